package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component the key of its record, or a part of a composite key.
 *
 * <p>What may be a key, and who makes its value:
 *
 * <ul>
 *   <li>{@code String} and {@code UUID}: when null on insert, a time-ordered UUID (version 7 of RFC
 *       9562) is generated; any other value is stored as given.
 *   <li>{@code long} and {@code Long}: when 0 or null on insert, the database assigns its own
 *       integer key. The key of a deleted row may be given again if that row was the newest; use a
 *       {@code UUID} where a key must never return.
 *   <li>A record of one component of these types, such as {@code record CustomerId(UUID value)}.
 *   <li>Several components marked {@code @Id}: a composite key, passed to the DAO as the generated
 *       class {@code CustomerKey}.
 * </ul>
 *
 * <p>A generated key may also be marked {@code Nullable}. That changes nothing in the table and
 * lets {@code new Customer(null, ...)} pass a nullness checker.
 *
 * <pre>{@code
 * @Collection
 * public record Note(@Id @Nullable UUID id, String text) {}
 *
 * Note stored = notes.insert(new Note(null, "buy milk"));
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Id {}
