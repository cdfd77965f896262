package dev.dbrazor.query;

/**
 * Makes one result of seven values, mostly a record's constructor; a value may be null where SQL
 * has NULL.
 */
@FunctionalInterface
public interface Constructor7<A, B, C, D, E, F, G, T> {
  T create(A a, B b, C c, D d, E e, F f, G g);
}
