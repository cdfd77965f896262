package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Refuses a second row with the same value of this component.
 *
 * <p>The DAO gets a finder and an upsert for it, here {@code findByEmail} and {@code
 * upsertByEmail}. A duplicate is a {@code UniqueConstraintException} that names the component.
 * Several rows may hold null when the component is nullable. The constraint brings its own index:
 * {@link Indexed} beside it is not needed. For several columns together use {@link Index} with
 * {@code unique = true}.
 *
 * <p>Inside a nested record it constrains a generated column named by the path, such as {@code
 * address_city}.
 *
 * <pre>{@code
 * @Collection
 * public record Account(@Id UUID id, @Unique String email) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Unique {}
