package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.LockTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Writes and checkpoints for so many seconds, then prints how often. */
final class CheckpointingProcess {
  private CheckpointingProcess() {}

  public static void main(String[] args) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[1]));
    int process = Integer.parseInt(args[2]);
    int stored = 0;
    int moved = 0;
    int refused = 0;
    try (Database db = Database.open(Path.of(args[0]))) {
      EntryDao entries = new EntryDao(db);
      while (System.nanoTime() < end || moved == 0) { // the last to go on is alone
        entries.insert(Entry.of(process, "row " + stored++));
        if (stored % 20 == 0) {
          try {
            db.checkpoint();
            moved++;
          } catch (LockTimeoutException othersRead) {
            refused++;
          }
        }
      }
    }
    System.out.println("done " + stored + " " + moved + " " + refused);
  }
}
