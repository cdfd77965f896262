package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Creates an index on this component's column, so that conditions on it need not read every row.
 *
 * <p>Inside a nested record it makes a generated column named by the path, such as {@code
 * address_city}, and indexes that. Components that are {@link Id}, {@link Unique} or {@link
 * References} have an index already. For several columns or a part of the rows use {@link Index}.
 *
 * <pre>{@code
 * public record Address(String street, @Indexed String city) {}
 *
 * @Collection
 * public record Customer(@Id UUID id, @Indexed int age, Address address) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Indexed {}
