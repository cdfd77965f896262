package dev.dbrazor.hook;

import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.TransactionLoan;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The caller's transaction, if it is in one, in the hands of a hook's thread until it is taken
 * back.
 */
record Lent(@Nullable TransactionLoan loan) implements AutoCloseable {
  static Lent of(PooledSessions pool) {
    return new Lent(pool.inTransaction() ? pool.lend() : null);
  }

  <T> T run(Callable<T> call) throws Exception {
    return loan == null ? call.call() : loan.<T, Exception>run(call::call);
  }

  @Override
  public void close() {
    if (loan != null) {
      loan.close();
    }
  }
}
