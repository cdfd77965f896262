package dev.dbrazor.value;

import java.math.BigDecimal;

/**
 * A decimal with a fixed number of fraction digits, as an integer count of its smallest unit.
 *
 * @param scale fraction digits: 2 stores 12.5 as 1250
 */
public record DecimalForm(int scale) implements IntegerForm<BigDecimal> {
  private static final int LONGEST = 19;

  @Override
  public long toInteger(BigDecimal value) {
    BigDecimal scaled = scaled(value);
    if (scaled.precision() < LONGEST) {
      return scaled.unscaledValue().longValue();
    }
    try {
      return scaled.unscaledValue().longValueExact();
    } catch (ArithmeticException e) {
      throw outOfRange(value);
    }
  }

  @Override
  public BigDecimal fromInteger(long integer) {
    return BigDecimal.valueOf(integer, scale);
  }

  @Override
  public BigDecimal stored(BigDecimal value) {
    if (value.scale() == scale) {
      return value;
    }
    try {
      return scaled(value);
    } catch (ValueException e) {
      return value;
    }
  }

  private BigDecimal scaled(BigDecimal value) {
    if (value.scale() == scale) {
      return value;
    }
    if (value.signum() == 0) {
      return BigDecimal.valueOf(0, scale);
    }
    BigDecimal shortest = value.stripTrailingZeros();
    if (shortest.scale() > scale) {
      throw new ValueException(value + " has more than " + scale + " fraction digits");
    }
    // Looked at before scaling, which would write out all zeros of 1E+1000000000.
    if ((long) shortest.precision() - shortest.scale() + scale > LONGEST) {
      throw outOfRange(value);
    }
    return shortest.setScale(scale);
  }

  private ValueException outOfRange(BigDecimal value) {
    return new ValueException(value + " is out of range for a decimal of scale " + scale);
  }
}
