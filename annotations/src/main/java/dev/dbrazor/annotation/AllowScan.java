package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Accepts that a {@link Query} reads a whole large collection, or sorts it, which the compiler
 * warns of otherwise.
 *
 * <pre>{@code
 * @AllowScan("a nightly report")
 * @Query("SELECT avg(age) FROM customers")
 * Optional<Double> averageAge();
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface AllowScan {
  /** Why it is acceptable; not empty. */
  String value();
}
