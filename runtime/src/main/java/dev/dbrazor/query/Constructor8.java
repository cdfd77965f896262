package dev.dbrazor.query;

/**
 * Makes one result of eight values, mostly a record's constructor; a value may be null where SQL
 * has NULL.
 */
@FunctionalInterface
public interface Constructor8<A, B, C, D, E, F, G, H, T> {
  T create(A a, B b, C c, D d, E e, F f, G g, H h);
}
