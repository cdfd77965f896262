package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a nested record as columns of its own instead of as JSON.
 *
 * <p>Each column is named after the component and the part: the city of {@code home} is {@code
 * home_city}. Query paths lead into it as into any nested record.
 *
 * <pre>{@code
 * public record Place(String street, String city) {}
 *
 * @Collection
 * public record Person(@Id UUID id, @Embedded Place home) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Embedded {}
