package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fills an {@code Instant} component with the time of the last change.
 *
 * <p>On insert null means the time of the insert, and a value that is not null is stored as given.
 * Every later change through a DAO or a query stores its own time, whatever the record carries; own
 * SQL does not. The time is cut to the microsecond. The component may also be marked {@code
 * Nullable}, which changes nothing in the table and lets null pass a nullness checker.
 *
 * <pre>{@code
 * @Collection
 * public record Note(@Id UUID id, String text, @UpdatedAt @Nullable Instant updatedAt) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface UpdatedAt {}
