package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says what existing rows get when a component is added, becomes required, or changes its type.
 *
 * <p>For a component with a column: an SQL expression over the columns of the version before. For
 * one inside a nested record: a constant SQL expression, put where the JSON document has no such
 * value. Without it {@link Default} is used; a required component that has neither, and no {@link
 * Upgrade}, is a compile error. It matters to no row inserted later.
 *
 * <pre>{@code
 * @Collection(value = "customers", version = 2)
 * public record Customer(
 *     @Id UUID id, String name, @Backfill("lower(name)") String searchName) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Backfill {
  /** The SQL expression. */
  String value();
}
