package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Lets the database refuse rows for which an SQL expression is false.
 *
 * <p>A row that fails is a {@code CheckConstraintException}, whether a DAO, a query or plain SQL
 * wrote it. As everywhere in SQL, an expression that is NULL does not fail. The expression is
 * compiled by SQLite during the build; one it does not understand is a compile error.
 *
 * <pre>{@code
 * @Collection
 * public record Product(@Id UUID id, @Check("price_in_cents >= 0") long priceInCents) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Check {
  /** The condition as an SQL expression; it names columns, not components. */
  String value();
}
