package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes an index of a {@link Collection}: over several columns, unique, or over a part of the
 * rows.
 *
 * <p>For one column of all rows, {@link Indexed} or {@link Unique} on the component says the same
 * in less. A duplicate in a unique index is a {@code UniqueConstraintException}.
 *
 * <pre>{@code
 * @Collection(
 *     indexes = {
 *       @Index(columns = {"customer_id", "placed_at"}),
 *       @Index(columns = "coupon", unique = true, where = "cancelled = 0")
 *     })
 * public record Purchase(
 *     @Id UUID id, UUID customerId, Instant placedAt, @Nullable String coupon, boolean cancelled) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({})
public @interface Index {
  /** The columns' names, not the components', in the order of the index; at least one. */
  String[] columns();

  /** Whether two rows with the same values in all columns are refused; null equals nothing. */
  boolean unique() default false;

  /** SQL condition on columns for the rows to index; empty, the default, for all rows. */
  String where() default "";
}
