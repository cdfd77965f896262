package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that a version gives up stored values on purpose; without it the build fails.
 *
 * <p>On a record, {@link #of} names the component that is gone. On a component whose type changed
 * in a way that keeps no values, it stands alone.
 *
 * <pre>{@code
 * @Collection(value = "customers", version = 3)
 * @Dropped(value = "nobody sends faxes", of = "fax")
 * public record Customer(@Id UUID id, String name) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Repeatable(Dropped.All.class)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Dropped {
  /** Why the values are not needed any more. */
  String value();

  /** On a record: the components that are gone, by their own or their columns' names. */
  String[] of() default {};

  /** Several of them on one record. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
  @interface All {
    /** Each one. */
    Dropped[] value();
  }
}
