package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class that DBRazor generated and names the processor that did.
 *
 * <p>It stands in generated code only, so that coverage and analysis tools can tell that code
 * apart. It takes the place of {@code javax.annotation.processing.Generated}, which would make
 * users' modules depend on {@code java.compiler}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Generated {
  /** Fully qualified name of the processor. */
  String value();
}
