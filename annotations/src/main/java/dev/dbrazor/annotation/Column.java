package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a component's column a name of your choice.
 *
 * <p>Without it the column is named after the component, in snake_case: {@code joinedAt} is {@code
 * joined_at}. Two columns of a record whose names differ only by case are a compile error, and so
 * is a name that is not a plain identifier.
 *
 * <pre>{@code
 * @Collection
 * public record Customer(@Id UUID id, @Column("mail") String email) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Column {
  /** The column's name, exactly as it stands in the table. */
  String value();
}
