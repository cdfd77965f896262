package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a component's column a default value.
 *
 * <p>It applies in three places: when the component is null on insert, to the rows that exist when
 * the column is added to a filled table, and to plain SQL that leaves the column out. A primitive
 * component is never null, so on insert its own value is stored.
 *
 * <pre>{@code
 * @Collection
 * public record Task(@Id UUID id, @Default("'open'") @Nullable String state) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {
  /**
   * The value as an SQL literal of the column's stored type: {@code "0"}, or {@code "'open'"} with
   * its quotes for text.
   */
  String value();
}
