package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Numbers the rows of each stream 1, 2, 3 and so on, without gap or repeat.
 *
 * <p>On an {@code int} or {@code long}; one a record. The stream is the value of the component
 * named by {@link #by}, a required one with a column of its own. Insert and upsert give a new row
 * the number after its stream's last one, whatever the record carried, inside the transaction that
 * stores it: a number that is rolled back is given to the next row, and threads and processes never
 * get the same. A row keeps its stream and its number; later changes leave both alone, whatever the
 * record carries. Stream and number together are unique and indexed, and have a finder.
 *
 * <p>The last number is that of the rows there are: when a stream's newest row is deleted, its
 * number is given again. Own SQL that inserts gives a number itself.
 *
 * <pre>{@code
 * @Collection
 * public record Event(@Id UUID id, UUID streamId, @Sequence(by = "streamId") long number) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Sequence {
  /** Name of the component whose values are the streams, as written in the record. */
  String by();
}
