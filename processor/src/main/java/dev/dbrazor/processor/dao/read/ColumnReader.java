package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.ElementModel;
import dev.dbrazor.processor.dao.sql.Fact;
import dev.dbrazor.processor.dao.sql.NamedFact;
import dev.dbrazor.processor.dao.sql.Nullness;
import dev.dbrazor.processor.dao.sql.SchemaColumn;
import dev.dbrazor.processor.dao.sql.Storage;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.Optional;

/** Compares one result column with what it is read into. */
final class ColumnReader {
  /**
   * What a column is read into.
   *
   * @param label for messages: {@code component "total" of CityTotal}
   * @param type as declared
   * @param value how its type and annotations say it is stored
   */
  record Target(String label, TypeName type, Value value, boolean nullable, boolean optional) {
    /** A record of one primitive has no null either. */
    boolean isPrimitive() {
      return type.isPrimitive()
          || value instanceof Value.Wrapper wrapper && wrapper.wrapped().type().isPrimitive();
    }
  }

  private final QueryReport report;

  ColumnReader(QueryReport report) {
    this.report = report;
  }

  Optional<ElementModel> read(int index, NamedFact column, Target target) {
    return nullFits(column, target) ? typed(index, column, target) : Optional.empty();
  }

  private boolean nullFits(NamedFact column, Target target) {
    Nullness nullness = column.fact().nullness();
    boolean takesNull = target.nullable() || target.optional();
    boolean fits =
        takesNull
            || nullness == Nullness.NEVER
            || nullness == Nullness.UNKNOWN && !target.isPrimitive();
    if (!fits) {
      report.error(
          "NullableColumn",
          "column %s may be NULL, but %s has type %s and is never null; make it @Nullable%s,"
              .concat(" or write coalesce(%s, a value)")
              .formatted(
                  column.name(),
                  target.label(),
                  Labels.type(target.type()),
                  target.isPrimitive() ? " and a box" : "",
                  column.name()));
    }
    return fits;
  }

  private Optional<ElementModel> typed(int index, NamedFact column, Target target) {
    Fact fact = column.fact();
    Optional<SchemaColumn> origin = fact.column();
    boolean amount = origin.filter(c -> c.scale() >= 0).isPresent();
    if (amount && fact.storage() != Storage.INTEGER) {
      report.error(
          "ScaledAverage",
          "column %s is computed from the smallest units of %s; read its sum and its count and"
                  .formatted(column.name(), origin.get().label())
              + " divide in Java, or divide by a power of ten in SQL");
      return Optional.empty();
    }
    if (origin.isPresent()
        && Agreement.isSameType(origin.get().value().type(), target.value().type())) {
      return ofColumn(index, column, target, origin.get());
    }
    boolean fits =
        origin.isPresent()
            ? Agreement.fits(target.value(), origin.get().value(), origin.get().inJson())
            : Agreement.fits(target.value(), fact.storage());
    if (!fits) {
      mismatch(column, target);
      return Optional.empty();
    }
    return Optional.of(scalar(index, target, target.value(), false));
  }

  private Optional<ElementModel> ofColumn(
      int index, NamedFact column, Target target, SchemaColumn origin) {
    if (target.value() instanceof Value.ScaledDecimal mine
        && origin.scale() >= 0
        && mine.scale() != origin.scale()) {
      report.error(
          "ScaleMismatch",
          "%s has scale %d, but column %s comes from %s with scale %d; use the same"
              .formatted(
                  target.label(), mine.scale(), column.name(), origin.label(), origin.scale()));
      return Optional.empty();
    }
    return Optional.of(scalar(index, target, origin.value(), origin.inJson()));
  }

  private void mismatch(NamedFact column, Target target) {
    String found =
        column
            .fact()
            .column()
            .map(
                c -> "comes from %s of type %s".formatted(c.label(), Labels.type(c.value().type())))
            .orElseGet(() -> "is computed as " + column.fact().storage());
    boolean decimal = Types.isPlainDecimal(target.value());
    report.error(
        "ResultType",
        "column %s %s, but %s has type %s; %s"
            .formatted(
                column.name(),
                found,
                target.label(),
                Labels.type(target.type()),
                decimal
                    ? "give the component @Decimal with the scale of what is computed"
                    : "read it into the column's type, or CAST it"));
  }

  /** The column's way of storing, for the target's own type: int for Integer. */
  private static ElementModel scalar(int index, Target target, Value value, boolean inJson) {
    Value typed = value instanceof Value.Scalar ? target.value() : value;
    return new ElementModel.Scalar(index, typed, inJson, target.nullable(), target.optional());
  }
}
