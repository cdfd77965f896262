package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/** A transaction's connection behind a gate. */
final class GatedSession implements Session {
  private final PooledConnection connection;
  private final Gate gate;
  private Deadline limit = Deadline.NONE;

  GatedSession(PooledConnection connection, Gate gate) {
    this.connection = connection;
    this.gate = gate;
  }

  /** Kept here, since a thread that comes late must not touch the connection. */
  <T extends @Nullable Object, X extends Throwable> T until(
      Deadline until, TransactionBody<T, X> body) throws X {
    Deadline before = limit;
    limit = before.orEarlier(until);
    try {
      return body.run();
    } finally {
      limit = before;
    }
  }

  @Override
  public DriverStatement prepare(String sql, Deadline deadline) {
    gate.enter();
    try {
      return new GatedStatement(connection.prepare(sql, deadline.orEarlier(limit)), gate);
    } finally {
      gate.leave();
    }
  }
}
