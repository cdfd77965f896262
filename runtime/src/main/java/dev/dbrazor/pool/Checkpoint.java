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
    passive(writer);
    Frames after = truncate(writer);
    if (!after.isDone()) {
      throw new LockTimeoutException(
          "The checkpoint is not complete, since older snapshots are still read: "
              + after.moved()
              + " of "
              + after.log()
              + " pages of the log are in the file");
    }
  }

  /** Moves what can be moved without waiting for anybody. */
  static Frames passive(Session writer) {
    return frames(writer, "PRAGMA wal_checkpoint(PASSIVE)");
  }

  /** Empties the log, unless readers keep it from that for longer than a moment. */
  static Frames truncate(Session writer) {
    long usual = number(writer, "PRAGMA busy_timeout");
    number(writer, "PRAGMA busy_timeout = " + PATIENCE_MILLIS);
    try {
      return frames(writer, "PRAGMA wal_checkpoint(TRUNCATE)");
    } finally {
      number(writer, "PRAGMA busy_timeout = " + usual);
    }
  }

  /** What a page takes in the log. */
  static long frameBytes(Session writer) {
    return number(writer, "PRAGMA page_size") + 24;
  }

  /** The engine's answer; -1 for numbers it could not find out. */
  record Frames(boolean busy, long log, long moved) {
    boolean isKnown() {
      return log >= 0 && moved >= 0;
    }

    boolean isDone() {
      return !busy || log >= 0 && moved >= log;
    }

    long left() {
      return log - moved;
    }
  }

  private static Frames frames(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
      return new Frames(statement.int64(0) != 0, statement.int64(1), statement.int64(2));
    }
  }

  /** The first column of the first row; 0 when there is none. */
  static long number(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      return statement.step() ? statement.int64(0) : 0;
    }
  }
}
