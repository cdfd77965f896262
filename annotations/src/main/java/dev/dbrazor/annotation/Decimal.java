package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a {@code BigDecimal} exactly, as an integer count of its smallest unit.
 *
 * <p>Such a column is ordered, compared and summed as a number. What is read always carries the
 * declared scale: 1.5 stored with scale 2 reads back as 1.50. More digits after the point than the
 * scale, or a number whose scaled value does not fit 64 bits, is an error and never rounded. In own
 * SQL, a parameter or result of this column is scaled for you.
 *
 * <p>Without this annotation a {@code BigDecimal} is exact text, and only equality and null
 * conditions compile for it.
 *
 * <pre>{@code
 * @Collection
 * public record Account(@Id UUID id, @Decimal(scale = 2) BigDecimal balance) {}
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Decimal {
  /** Number of digits after the decimal point, from 0 to 18. */
  int scale();
}
