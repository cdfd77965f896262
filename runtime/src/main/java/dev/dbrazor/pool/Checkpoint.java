package dev.dbrazor.pool;

import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.driver.DriverStatement;

/**
 * Moves the log into the file and empties it. The bulk goes first, disturbing nobody; emptying then
 * waits only a moment for readers, because writers wait with it.
 */
final class Checkpoint {
  private static final int PATIENCE_MILLIS = 100;

  private Checkpoint() {}

  /** On the writer, outside a transaction. */
  static void run(Session writer) {
    frames(writer, "PRAGMA wal_checkpoint(PASSIVE)");
    long usual = number(writer, "PRAGMA busy_timeout");
    number(writer, "PRAGMA busy_timeout = " + Math.min(PATIENCE_MILLIS, usual));
    Frames after;
    try {
      after = frames(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      number(writer, "PRAGMA busy_timeout = " + usual);
    }
    if (after.busy() && (after.log() < 0 || after.moved() < after.log())) {
      throw new LockTimeoutException(
          "The checkpoint is not complete, since older snapshots are still read: "
              + after.moved()
              + " of "
              + after.log()
              + " pages of the log are in the file");
    }
  }

  /** The engine's answer; -1 for numbers it could not find out. */
  private record Frames(boolean busy, long log, long moved) {}

  private static Frames frames(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
      return new Frames(statement.int64(0) != 0, statement.int64(1), statement.int64(2));
    }
  }

  private static long number(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
      return statement.int64(0);
    }
  }
}
