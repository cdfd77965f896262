package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Value;
import java.util.Optional;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads {@code @Vector} and {@code @Decimal}: the annotations that say how numbers are stored. */
final class NumberMarks {
  private static final int MAXIMUM_DIMENSIONS = 65_536;
  private static final int MAXIMUM_SCALE = 18;

  private final Report report;

  NumberMarks(Report report) {
    this.report = report;
  }

  Optional<Value> vector(Part part, Mark mark, TypeUse use) {
    if (!isFloatArray(use.type())) {
      report.error(
          "VectorType",
          part,
          mark,
          "@Vector is for float[], but %s has type %s; remove it, or make the component a float[]"
              .formatted(part.label(), TypeNames.display(use.type())));
      return Optional.empty();
    }
    Optional<Integer> dimensions = mark.number("dimensions");
    Optional<String> metric = mark.constant("metric");
    if (dimensions.isEmpty() || metric.isEmpty()) {
      return Optional.empty();
    }
    if (dimensions.get() < 1 || dimensions.get() > MAXIMUM_DIMENSIONS) {
      report.error(
          "VectorDimensions",
          part,
          mark,
          "dimensions",
          "%s has vectors of %d dimensions; 1 to %d are possible; give the length of your vectors"
              .formatted(part.label(), dimensions.get(), MAXIMUM_DIMENSIONS));
      return Optional.empty();
    }
    return Optional.of(new Value.Vector(TypeNames.of(use.type()), dimensions.get(), metric.get()));
  }

  Optional<Value> decimal(Part part, Mark mark, TypeUse use) {
    if (!ScalarTypes.className(use.type()).equals("java.math.BigDecimal")) {
      report.error(
          "DecimalType",
          part,
          mark,
          "@Decimal is for BigDecimal, but %s has type %s; remove it, or put it on the BigDecimal"
              .formatted(part.label(), TypeNames.display(use.type())));
      return Optional.empty();
    }
    Optional<Integer> scale = mark.number("scale");
    if (scale.isPresent() && (scale.get() < 0 || scale.get() > MAXIMUM_SCALE)) {
      report.error(
          "DecimalScale",
          part,
          mark,
          "scale",
          "%s has scale %d; 0 to %d are possible, since all digits are stored in 64 bits; leave"
                  .formatted(part.label(), scale.get(), MAXIMUM_SCALE)
              + " @Decimal out to store any number as exact text");
      return Optional.empty();
    }
    return scale.map(digits -> new Value.ScaledDecimal(TypeNames.of(use.type()), digits));
  }

  private static boolean isFloatArray(TypeMirror type) {
    return type instanceof ArrayType array && array.getComponentType().getKind() == TypeKind.FLOAT;
  }
}
