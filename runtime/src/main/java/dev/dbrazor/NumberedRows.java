package dev.dbrazor;

import dev.dbrazor.Salvage.Lost;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.util.List;

/**
 * The rows of a damaged table in the order of their numbers. Where one cannot be read, the next
 * number from which reading works is searched for, by steps that double and then by halves.
 */
final class NumberedRows {
  private final String table;
  private final DriverConnection damaged;
  private final String from;
  private long copied;

  NumberedRows(String table, DriverConnection damaged, String select) {
    this.table = table;
    this.damaged = damaged;
    this.from = select + " WHERE rowid >= ? ORDER BY rowid";
  }

  long copy(DriverStatement into, List<Lost> lost, List<String> problems) {
    long next = Long.MIN_VALUE;
    while (true) {
      long stopped = copyFrom(next, into, problems);
      if (stopped == Long.MAX_VALUE) {
        return copied;
      }
      long readable = readableAfter(stopped);
      lost.add(new Lost(table, stopped, readable == Long.MAX_VALUE ? readable : readable - 1));
      if (readable == Long.MAX_VALUE) {
        return copied;
      }
      next = readable;
    }
  }

  /** The first number that could not be read; the largest of all when the end was reached. */
  private long copyFrom(long first, DriverStatement into, List<String> problems) {
    long next = first;
    try (DriverStatement rows = damaged.prepare(from)) {
      rows.bindInt64(1, first);
      while (rows.step()) {
        copied += SalvagedTable.store(rows, into, problems) ? 1 : 0;
        next = rows.int64(0) + 1;
      }
      return Long.MAX_VALUE;
    } catch (CorruptDatabaseException e) {
      return next;
    }
  }

  /** The smallest number behind from where a row can be read; the largest when there is none. */
  private long readableAfter(long bad) {
    long unreadable = bad;
    long step = 1;
    long readable = unreadable + step;
    while (!canRead(readable)) {
      unreadable = readable;
      step = step > Long.MAX_VALUE / 4 ? step : step * 2;
      if (readable > Long.MAX_VALUE - step) {
        return Long.MAX_VALUE;
      }
      readable += step;
    }
    while (readable - unreadable > 1) {
      long middle = unreadable + (readable - unreadable) / 2;
      if (canRead(middle)) {
        readable = middle;
      } else {
        unreadable = middle;
      }
    }
    return isBehindTheEnd(readable) ? Long.MAX_VALUE : readable;
  }

  private boolean canRead(long number) {
    try (DriverStatement rows = damaged.prepare(from)) {
      rows.bindInt64(1, number);
      rows.step();
      return true;
    } catch (CorruptDatabaseException e) {
      return false;
    }
  }

  private boolean isBehindTheEnd(long number) {
    try (DriverStatement rows = damaged.prepare(from)) {
      rows.bindInt64(1, number);
      return !rows.step();
    }
  }
}
