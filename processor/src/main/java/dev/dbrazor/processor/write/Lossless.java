package dev.dbrazor.processor.write;

import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a value is read back equal to what was written: then {@code insert} need not compute what
 * is stored.
 */
final class Lossless {
  private static final Set<ScalarKind> CUT_TO_MICROSECONDS =
      EnumSet.of(ScalarKind.INSTANT, ScalarKind.LOCAL_TIME, ScalarKind.LOCAL_DATE_TIME);

  private Lossless() {}

  static boolean inColumn(Value value) {
    return inJson(value) && !isFloating(value); // -0.0 becomes 0.0 in a column
  }

  static boolean inJson(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return !CUT_TO_MICROSECONDS.contains(scalar.kind());
    } else if (value instanceof Value.Wrapper wrapper) {
      return inJson(wrapper.wrapped());
    } else if (value instanceof Value.Nested nested) {
      return nested.components().stream().allMatch(part -> inJson(part.value()));
    } else if (value instanceof Value.Elements elements) {
      return inJson(elements.element());
    } else if (value instanceof Value.Entries entries) {
      return inJson(entries.key()) && inJson(entries.value());
    }
    return value instanceof Value.EnumConstant || value instanceof Value.Vector;
  }

  static boolean isFloating(Value value) {
    if (value instanceof Value.Wrapper wrapper) {
      return isFloating(wrapper.wrapped());
    }
    return value instanceof Value.Scalar scalar
        && (scalar.kind() == ScalarKind.FLOAT || scalar.kind() == ScalarKind.DOUBLE);
  }
}
