package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import org.jspecify.annotations.Nullable;

/** Is told of each statement that has ended, on its thread, while its connection is still held. */
@FunctionalInterface
public interface StatementTrace {
  /**
   * @param nanos from preparing to closing it
   * @param rows read; changed, where it returns none
   */
  void ended(String sql, long nanos, long rows, @Nullable DbRazorException error);
}
