package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import java.nio.file.Path;

/** Commits many times, with checkpoints between, and prints what became of each. */
final class Committer {
  static final int COMMITS = 40;

  private Committer() {}

  /** Arguments: file, first number, whether the process ends as if killed at the first error. */
  public static void main(String[] args) {
    int first = Integer.parseInt(args[1]);
    boolean dies = Boolean.parseBoolean(args[2]);
    try (Database db = Database.open(Path.of(args[0]))) {
      EntryDao entries = new EntryDao(db);
      for (int i = first; i < first + COMMITS; i++) {
        Entry entry = Entry.of(i, "y".repeat(5_000));
        tell(Ledger.attempt(i, () -> entries.insert(entry)), dies);
        if (i % 5 == 0) {
          tell(checkpoint(db), dies);
        }
      }
    } catch (DbRazorException e) {
      tell("failed " + e.code(), dies);
    }
  }

  private static String checkpoint(Database db) {
    try {
      db.checkpoint();
      return "moved";
    } catch (DbRazorException e) {
      return "failed " + e.code();
    }
  }

  private static void tell(String what, boolean dies) {
    System.out.println(what);
    if (dies && !what.startsWith("stored ") && !what.equals("moved")) {
      Runtime.getRuntime().halt(0);
    }
  }
}
