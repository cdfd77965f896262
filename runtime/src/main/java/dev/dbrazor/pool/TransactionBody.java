package dev.dbrazor.pool;

import org.jspecify.annotations.Nullable;

/**
 * What runs inside a transaction; what it throws comes out unchanged.
 *
 * @param <T> its value
 * @param <X> what it may throw
 */
@FunctionalInterface
public interface TransactionBody<T extends @Nullable Object, X extends Throwable> {
  T run() throws X;
}
