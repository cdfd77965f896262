package dev.dbrazor;

import org.jspecify.annotations.Nullable;

/**
 * The body of a transaction that gives a value; what it throws comes out unchanged.
 *
 * @param <T> the value
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface ThrowingSupplier<T extends @Nullable Object, X extends Throwable> {
  T get() throws X;
}
