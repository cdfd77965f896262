package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a component point to a row of another collection, or of its own.
 *
 * <p>The type of the component must be that of the other record's {@link Id}, and that record must
 * itself be a {@link Collection}; anything else is a compile error. Storing a key that no row has
 * is a {@code ForeignKeyException}. A nullable component may hold null and then points to nothing.
 *
 * <pre>{@code
 * @Collection
 * public record Order(
 *     @Id UUID id,
 *     @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) UUID customerId) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface References {
  /** Record of the collection that is pointed to. */
  Class<? extends Record> value();

  /** What happens here when the row that is pointed to is deleted. */
  ForeignKeyAction onDelete() default ForeignKeyAction.NO_ACTION;

  /** What happens here when the key of the row that is pointed to changes. */
  ForeignKeyAction onUpdate() default ForeignKeyAction.NO_ACTION;

  /**
   * Whether the column gets an index. Without one, each delete of a row that may be pointed to
   * reads this whole table.
   */
  boolean indexed() default true;
}
