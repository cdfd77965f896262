package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Will number the rows of each stream 1, 2, 3 and so on, without gap or repeat.
 *
 * <p><strong>This version of the processor rejects the annotation with a compile error.</strong> It
 * will assign the number inside the inserting transaction, one count for each value of the
 * component named by {@link #by}.
 *
 * <pre>{@code
 * public record Event(@Id UUID id, UUID streamId, @Sequence(by = "streamId") long number) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Sequence {
  /** Name of the component whose values are the streams. */
  String by();
}
