package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import java.nio.file.Path;

/** Commits a few times, with checkpoints between, and prints what became of each. */
final class Committer {
  private static final int COMMITS = 12;

  private Committer() {}

  public static void main(String[] args) {
    int first = Integer.parseInt(args[1]);
    try (Database db = Database.open(Path.of(args[0]))) {
      EntryDao entries = new EntryDao(db);
      for (int i = first; i < first + COMMITS; i++) {
        Entry entry = Entry.of(i, "y".repeat(5_000));
        System.out.println(Ledger.attempt(i, () -> entries.insert(entry)));
        if (i % 5 == 0) {
          checkpoint(db);
        }
      }
    } catch (DbRazorException e) {
      System.out.println("failed " + e.code());
    }
  }

  private static void checkpoint(Database db) {
    try {
      db.checkpoint();
    } catch (DbRazorException e) {
      System.out.println("failed " + e.code());
    }
  }
}
