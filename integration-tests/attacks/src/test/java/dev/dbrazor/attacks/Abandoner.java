package dev.dbrazor.attacks;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import java.nio.file.Path;
import java.util.List;

/** Forgets streams, or whole databases, and prints what they take at most and at last. */
final class Abandoner {
  private static long files;
  private static int threads;

  private Abandoner() {}

  public static void main(String[] args) {
    Path directory = Path.of(args[0]);
    int count = Integer.parseInt(args[2]);
    int before = Machine.threads();
    if (args[1].equals("streams")) {
      try (Database db = Database.open(directory.resolve("streams.db"))) {
        streams(directory, db, count);
      }
    } else {
      databases(directory, count);
    }
    Eventually.is(
        () -> {
          System.gc();
          Database.open(directory.resolve("next.db")).close(); // finds what was forgotten
          return Machine.filesUnder(directory) == 0 && Machine.threads() <= before + 2;
        });
    System.out.println("most " + files + " " + threads + " last " + Machine.filesUnder(directory));
  }

  private static void streams(Path directory, Database db, int count) {
    EntryDao entries = new EntryDao(db);
    entries.insertAll(List.of(Entry.of(1, "a"), Entry.of(2, "b")));
    for (int i = 0; i < count; i++) {
      Eventually.is(() -> opened(entries));
      note(directory);
    }
    Eventually.is(
        () -> {
          System.gc();
          return db.stats().active() == 0;
        });
  }

  /** False: too many of this thread are open still. */
  private static boolean opened(EntryDao entries) {
    try {
      return entries.query().stream().iterator().hasNext();
    } catch (CursorClosedException e) {
      throw e;
    } catch (DbRazorException tooMany) {
      System.gc();
      return false;
    }
  }

  private static void databases(Path directory, int count) {
    for (int i = 0; i < count; i++) {
      new EntryDao(Database.open(directory.resolve(i + ".db"))).insert(Entry.of(i, "a"));
      note(directory);
    }
  }

  private static void note(Path directory) {
    files = Math.max(files, Machine.filesUnder(directory));
    threads = Math.max(threads, Machine.threads());
  }
}
