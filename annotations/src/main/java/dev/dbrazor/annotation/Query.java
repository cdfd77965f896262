package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The SQL statement that a method of a {@link Dao} interface runs; SQLite prepares it inside the
 * compiler, against the tables of all collections.
 *
 * <p>Parameters are written {@code :name} and are the method's by name; {@code IN (:ids)} takes a
 * {@code java.util.Collection}. In a result, {@code *} stands for the components' columns. The
 * result is
 *
 * <ul>
 *   <li>for a statement that returns rows, a scalar or a record, whose components are found by
 *       column name: {@code List<T>}, {@code Stream<T>} (to be closed), {@code Optional<T>} (at
 *       most one row), {@code T} (exactly one), or {@code T} marked {@code Nullable} (at most one);
 *   <li>for one that returns none, {@code void}, or the number of changed rows as {@code int} or
 *       {@code long}.
 * </ul>
 *
 * <pre>{@code
 * @Query("UPDATE customers SET tier = :tier WHERE balance > :limit")
 * int promote(Tier tier, BigDecimal limit);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Query {
  /** One statement: SELECT, VALUES, INSERT, REPLACE, UPDATE or DELETE, with or without WITH. */
  String value();
}
