package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/** Checks of what callers pass in. */
final class Arguments {
  private Arguments() {}

  static <T> T notNull(@Nullable T value, String parameter) {
    if (value == null) {
      throw new InvalidArgumentException(parameter + " must not be null");
    }
    return value;
  }

  static int atLeastOne(int value, String parameter) {
    if (value < 1) {
      throw new InvalidArgumentException(parameter + " must be at least 1, not " + value);
    }
    return value;
  }

  /** A value to compare with: SQL's {@code = NULL} is never true, so null is a mistake. */
  static <T> T compared(@Nullable T value, String call, String name, String instead) {
    if (value == null) {
      throw new InvalidArgumentException(
          call + "(null) on " + name + " would never match: use " + instead);
    }
    return value;
  }
}
