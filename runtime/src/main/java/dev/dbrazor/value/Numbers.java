package dev.dbrazor.value;

/** Range checks of numbers: SQLite has 64-bit integers and doubles only. */
public final class Numbers {
  private Numbers() {}

  public static boolean toBoolean(long value) {
    if ((value & ~1L) != 0) {
      throw outOfRange(value, "boolean (0 or 1)");
    }
    return value != 0;
  }

  public static byte toByte(long value) {
    if ((byte) value != value) {
      throw outOfRange(value, "byte");
    }
    return (byte) value;
  }

  public static short toShort(long value) {
    if ((short) value != value) {
      throw outOfRange(value, "short");
    }
    return (short) value;
  }

  public static int toInt(long value) {
    if ((int) value != value) {
      throw outOfRange(value, "int");
    }
    return (int) value;
  }

  /**
   * The nearest float. A double written by other SQL may have more digits than a float holds; only
   * one beyond a float's range is refused.
   */
  public static float toFloat(double value) {
    float narrowed = (float) value;
    if (Float.isInfinite(narrowed) && !Double.isInfinite(value)) {
      throw new ValueException(value + " is out of range for float");
    }
    return narrowed;
  }

  /**
   * The value as SQLite keeps it: -0.0 becomes 0.0; NaN, which SQLite would turn into NULL, is
   * refused.
   */
  public static double stored(double value) {
    if (value != value) {
      throw new ValueException("NaN cannot be stored");
    }
    return value + 0.0;
  }

  public static char toCharacter(String text) {
    if (text.length() != 1) {
      throw new ValueException("text of length " + text.length() + " is no single char");
    }
    return text.charAt(0);
  }

  private static ValueException outOfRange(Object value, String type) {
    return new ValueException(value + " is out of range for " + type);
  }
}
