package dev.dbrazor.query;

/**
 * Makes one result of three values, mostly a record's constructor; a value may be null where SQL
 * has NULL.
 */
@FunctionalInterface
public interface Constructor3<A, B, C, T> {
  T create(A a, B b, C c);
}
