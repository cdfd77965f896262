package dev.dbrazor.query;

/**
 * Makes one result of five values, mostly a record's constructor; a value may be null where SQL has
 * NULL.
 */
@FunctionalInterface
public interface Constructor5<A, B, C, D, E, T> {
  T create(A a, B b, C c, D d, E e);
}
