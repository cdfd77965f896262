package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a component through a {@link Converter}, for types that have no column type of their own.
 *
 * <p>The component's type must be the converter's first type argument, and the second a type that
 * can be stored; anything else is a compile error.
 *
 * <pre>{@code
 * @Collection
 * public record Site(@Id UUID id, @Convert(UriConverter.class) URI home) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Convert {
  /** The converter: a class that is not generic, with a constructor without parameters. */
  Class<? extends Converter<?, ?>> value();
}
