package dev.dbrazor;

/**
 * The body of a transaction without a value; what it throws comes out unchanged.
 *
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ThrowingRunnable<X extends Throwable> {
  void run() throws X;
}
