package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;

/** A statement as lent out, whose time in the engine and rows are counted. */
final class MeasuredStatement extends ForwardingStatement {
  private final DriverStatement statement;
  private final SlowStatements slow;
  private final String sql;
  private final Session session;
  private long nanos;
  private long rows;
  private boolean closed;

  private MeasuredStatement(
      DriverStatement statement, SlowStatements slow, String sql, Session session, long nanos) {
    this.statement = statement;
    this.slow = slow;
    this.sql = sql;
    this.session = session;
    this.nanos = nanos;
  }

  static MeasuredStatement prepare(
      Session session, String sql, Deadline deadline, SlowStatements slow) {
    long start = System.nanoTime();
    DriverStatement statement = session.prepare(sql, deadline);
    long nanos = System.nanoTime() - start;
    return new MeasuredStatement(statement, slow, sql, session, nanos);
  }

  @Override
  protected DriverStatement open() {
    return statement;
  }

  @Override
  public boolean step() {
    long start = System.nanoTime();
    try {
      boolean row = statement.step();
      if (row) {
        rows++;
      } else if (statement.columnCount() == 0) {
        rows = statement.changes();
      }
      return row;
    } finally {
      nanos += System.nanoTime() - start;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      statement.close();
      slow.add(session, sql, nanos, rows);
    }
  }
}
