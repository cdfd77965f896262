package dev.dbrazor.query;

/**
 * Makes one result of two values, mostly a record's constructor; a value may be null where SQL has
 * NULL.
 */
@FunctionalInterface
public interface Constructor2<A, B, T> {
  T create(A a, B b);
}
