package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells what a component was called in the version before, so that its values are kept.
 *
 * <p>Counts for a component of the collection's record, of an embedded one, and of a nested one,
 * whose JSON documents are rewritten. It has an effect where the version before has the old name
 * and not the new one, so it may stay when later versions come.
 *
 * <pre>{@code
 * @Collection(value = "customers", version = 2)
 * public record Customer(@Id UUID id, @RenamedFrom("name") String fullName) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface RenamedFrom {
  /** The component's former name, or its column's where {@link Column} named it. */
  String value();
}
