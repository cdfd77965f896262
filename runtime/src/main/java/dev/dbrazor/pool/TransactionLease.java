package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.driver.DriverStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A cursor's share of the running transaction's connection; its statements are closed at the latest
 * with that transaction.
 */
final class TransactionLease implements Lease, Session {
  private final RunningTransaction transaction;
  private final Deadline until;
  private final List<DriverStatement> statements = new ArrayList<>(1);
  private boolean closed;

  TransactionLease(RunningTransaction transaction, Deadline until) {
    this.transaction = transaction;
    this.until = until;
  }

  @Override
  public Session session() {
    return this;
  }

  @Override
  public DriverStatement prepare(String sql, Deadline deadline) {
    if (closed) {
      throw new CursorClosedException(
          "The cursor is closed, or the transaction it was opened in has ended");
    }
    DriverStatement statement = transaction.session().prepare(sql, until.orEarlier(deadline));
    if (statement instanceof PooledStatement pooled) {
      pooled.confine();
    }
    statements.add(statement);
    return statement;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      transaction.forget(this);
      statements.forEach(DriverStatement::close);
    }
  }
}
