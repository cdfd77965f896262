package dev.dbrazor.pool;

import dev.dbrazor.QueryTimeoutException;
import java.time.Duration;

/**
 * Runs work on the right connection: the running transaction's, a reader, or the writer. Shared by
 * all threads; what it hands to the work is not.
 */
public interface Sessions {
  /** Reads: on this thread's transaction when one is open, else on a borrowed reader. */
  <T> T read(Work<T> work);

  /**
   * One writing statement: in this thread's transaction, else on the writer, where the engine
   * commits it by itself.
   */
  <T> T write(Work<T> work);

  /**
   * Several statements, all or nothing: a savepoint inside this thread's transaction, else a
   * transaction of their own.
   */
  <T> T atomically(Work<T> work);

  /**
   * A connection held for an open cursor until {@link Lease#close}: the running transaction's, else
   * a reader in a read transaction.
   */
  Lease hold();

  /**
   * The same for one operation that must be done so long from now, waiting for a connection
   * included; else it ends in a {@link QueryTimeoutException}. An earlier deadline is replaced.
   */
  Sessions within(Duration timeout);

  /** The same without a guard against full scans. */
  default Sessions unguarded() {
    return this;
  }

  /** The file that all these connections lead to. */
  OpenFile file();
}
