package dev.dbrazor.query;

/**
 * Makes one result of six values, mostly a record's constructor; a value may be null where SQL has
 * NULL.
 */
@FunctionalInterface
public interface Constructor6<A, B, C, D, E, F, T> {
  T create(A a, B b, C c, D d, E e, F f);
}
