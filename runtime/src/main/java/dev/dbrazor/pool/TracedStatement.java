package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/** A statement whose end is told, with its time and rows. */
final class TracedStatement extends ForwardingStatement {
  private final long start = System.nanoTime();
  private final StatementTrace trace;
  private final String sql;
  private final DriverStatement statement;
  private long rows;
  private boolean closed;
  private @Nullable DbRazorException error;

  TracedStatement(Session session, String sql, Deadline deadline, StatementTrace trace) {
    this.trace = trace;
    this.sql = sql;
    try {
      this.statement = session.prepare(sql, deadline);
    } catch (DbRazorException e) {
      trace.ended(sql, System.nanoTime() - start, 0, e);
      throw e;
    }
  }

  @Override
  protected DriverStatement open() {
    return statement;
  }

  @Override
  public boolean step() {
    try {
      boolean row = statement.step();
      if (row) {
        rows++;
      } else if (statement.columnCount() == 0) {
        rows = statement.changes();
      }
      return row;
    } catch (DbRazorException e) {
      error = e;
      throw e;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      statement.close();
      trace.ended(sql, System.nanoTime() - start, rows, error);
    }
  }
}
