package dev.dbrazor.query;

/**
 * Makes one result of four values, mostly a record's constructor; a value may be null where SQL has
 * NULL.
 */
@FunctionalInterface
public interface Constructor4<A, B, C, D, T> {
  T create(A a, B b, C c, D d);
}
