package dev.dbrazor.vector;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.VectorStatements;
import dev.dbrazor.pool.Session;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The log that triggers keep of rows whose vectors changed. Its numbers have no gaps, and the
 * newest entry is never forgotten, so that they go on where they were.
 */
final class ChangeLog {
  private final VectorStatements sql;

  ChangeLog(VectorStatements sql) {
    this.sql = sql;
  }

  /** The newest entry, as a point with the given number; null in a log that somebody emptied. */
  @Nullable Point head(Session session, int number) {
    try (DriverStatement statement = session.prepare(sql.head())) {
      return statement.step() ? new Point(number, statement.int64(0), statement.int64(1)) : null;
    }
  }

  /**
   * What changed after a point.
   *
   * @param rows each once, ascending
   * @param head the newest entry
   */
  record Tail(long[] rows, Point head) {}

  /** Null when the log does not go back to that point, or is another one. */
  @Nullable Tail since(Session session, Point point) {
    long[] rows = new long[16];
    int count = 0;
    long sequence = point.sequence() - 1;
    long tag = 0;
    try (DriverStatement statement = session.prepare(sql.tail())) {
      statement.bindInt64(1, point.sequence());
      while (statement.step()) {
        boolean first = sequence < point.sequence();
        boolean next = statement.int64(0) == sequence + 1;
        sequence = statement.int64(0);
        tag = statement.int64(2);
        if (!next || first && tag != point.tag()) {
          return null;
        }
        if (!first) {
          rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
          rows[count++] = statement.int64(1);
        }
      }
    }
    if (sequence < point.sequence()) {
      return null;
    }
    return new Tail(distinct(rows, count), new Point(point.number() + 1, sequence, tag));
  }

  private static long[] distinct(long[] rows, int count) {
    return Arrays.stream(rows, 0, count).sorted().distinct().toArray();
  }
}
