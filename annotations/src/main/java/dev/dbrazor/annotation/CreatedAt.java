package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fills an {@code Instant} component with the time of the insert when it is null there.
 *
 * <p>A value that is not null is stored as given. Later changes leave the stored time alone,
 * whatever the record carries. The time is cut to the microsecond; {@code insert} returns the
 * record with the time as stored. The component may also be marked {@code Nullable}, which changes
 * nothing in the table and lets null pass a nullness checker.
 *
 * <pre>{@code
 * @Collection
 * public record Note(@Id UUID id, String text, @CreatedAt @Nullable Instant createdAt) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface CreatedAt {}
