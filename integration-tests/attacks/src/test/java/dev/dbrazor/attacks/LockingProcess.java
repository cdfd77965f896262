package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.LockTimeoutException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Holds the write lock again and again, for up to 20 ms, until it is killed. */
final class LockingProcess {
  private LockingProcess() {}

  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      System.out.println("ready");
      while (true) {
        try {
          db.transaction(
              () -> {
                db.execute("UPDATE entries SET text = 'x' WHERE id = -1");
                hold();
              });
        } catch (LockTimeoutException others) {
          Thread.onSpinWait();
        }
        hold();
      }
    }
  }

  private static void hold() {
    LockSupport.parkNanos(
        TimeUnit.MICROSECONDS.toNanos(ThreadLocalRandom.current().nextInt(20_000)));
  }
}
