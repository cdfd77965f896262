package dev.dbrazor.pool;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What one thread is doing in one pool. Refers to the pool only while something runs, so that an
 * abandoned pool can be collected.
 */
final class ThreadState {
  @Nullable RunningTransaction transaction;

  /** The writer, while a single writing statement runs outside a transaction. */
  @Nullable PooledConnection writing;

  /** Of the operations of this thread, whatever their own. */
  Deadline deadline = Deadline.NONE;

  /** In whose name it works, when that one has a quota. */
  @Nullable String caller;

  /** Where this thread found its last reader. */
  int slot;

  /** Readers this thread has taken and not given back; a cursor may be closed by another thread. */
  final AtomicInteger readers = new AtomicInteger();
}
