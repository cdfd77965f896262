package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component the optimistic lock of its record.
 *
 * <p>On an {@code int} or {@code long}; one a record. It is 1 after the insert, whatever the record
 * carried, and grows by one with every change that a DAO or a query makes. Updating a whole record
 * whose version is not the stored one is a {@code VersionMismatchException} with the id, the
 * expected and the actual version, and changes nothing. An upsert does not check the version: the
 * last write wins and the version still grows. Own SQL does not maintain it.
 *
 * <pre>{@code
 * @Collection
 * public record Note(@Id UUID id, String text, @Version int version) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Version {}
