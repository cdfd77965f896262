package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the static method of a collection's record that gives the first records of a new table.
 *
 * <p>It takes nothing and returns a {@code List} of the record. It is called in the transaction
 * that makes the table, and never for a table that is there already.
 *
 * <pre>{@code
 * @Seed
 * static List<Country> firstCountries() {
 *   return List.of(new Country("no", "Norway"), new Country("se", "Sweden"));
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Seed {}
