package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores the records of a type in a table and generates its DAO, mapping and query paths.
 *
 * <p>The record must not be private or generic, has at least one {@link Id}, and its collection
 * name is used by no other record of the build; anything else is a compile error. Every component
 * becomes a column, {@code NOT NULL} unless it is marked with an annotation named {@code Nullable}
 * or is an {@code Optional}. Any annotation of that simple name counts; the examples here use
 * JSpecify's.
 *
 * <pre>{@code
 * @Collection("customers")
 * public record Customer(
 *     @Id UUID id,
 *     String name,
 *     @Unique String email,
 *     @Nullable String nickname,
 *     @Version int version) {}
 * }</pre>
 *
 * <p>For this record {@code CustomerDao} and {@code Customer_} are generated beside it. A record
 * nested in a class takes the names of both: {@code Shop_CustomerDao}, {@code Shop_Customer_}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Collection {
  /**
   * Name of the collection, which is the name of its table. Empty, the default, stands for the
   * record's name in snake_case: {@code OrderLine} is stored in {@code order_line}.
   */
  String value() default "";

  /** Version of the record's schema, 1 or higher: raise it when the record changes. */
  int version() default 1;

  /**
   * How many rows the collection is expected to hold; 0, the default, says nothing about it. When
   * it is large, statements that would scan the whole table are named by the compiler together with
   * the index they miss. It changes nothing in the table.
   */
  long expectedRows() default 0;

  /** Indexes over several columns, or over a part of the rows; none by default. */
  Index[] indexes() default {};
}
