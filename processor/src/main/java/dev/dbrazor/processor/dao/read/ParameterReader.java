package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.model.BindModel;
import dev.dbrazor.processor.dao.model.BindModel.Form;
import dev.dbrazor.processor.dao.sql.QueryFacts;
import dev.dbrazor.processor.dao.sql.SchemaColumn;
import dev.dbrazor.processor.dao.sql.Storage;
import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Optional;

/** Decides how each parameter is bound: as the column it stands beside, else as its type says. */
final class ParameterReader {
  private final QueryFacts facts;
  private final QueryReport report;

  ParameterReader(QueryFacts facts, QueryReport report) {
    this.facts = facts;
    this.report = report;
  }

  Optional<BindModel> read(Given given) {
    if (!Types.isPlain(given.element().asType())) {
      error("ParameterType", given, "has type %s; write the type out", given.display());
      return Optional.empty();
    }
    List<SchemaColumn> columns =
        facts.parameterColumns().getOrDefault(":" + given.name(), List.of());
    TypeName type = Types.name(given.type());
    List<SchemaColumn> same =
        columns.stream().filter(c -> Agreement.isSameType(c.value().type(), type)).toList();
    if (same.size() > 1) {
      error(
          "ParameterConflict",
          given,
          "stands for both %s and %s, which are stored differently; use two parameters",
          same.get(0).label(),
          same.get(1).label());
      return Optional.empty();
    }
    boolean storable = same.isEmpty() ? byType(given, columns) : true;
    if (!storable || !others(given, columns, same) || !isLimit(given)) {
      return Optional.empty();
    }
    Value value = same.isEmpty() ? given.value().orElseThrow() : same.get(0).value();
    boolean inJson = !same.isEmpty() && same.get(0).inJson();
    return Optional.of(new BindModel(given.name(), value, inJson, given.form()));
  }

  private boolean byType(Given given, List<SchemaColumn> columns) {
    if (given.value().isEmpty()) {
      boolean several = Types.isList(given.type()) || given.form() == Form.LIST;
      if (several) {
        error(
            "CollectionParameter",
            given,
            "has type %s, which stands alone in IN (:%s), or for a column of that type",
            given.display(),
            given.name());
      } else {
        error(
            "ParameterType",
            given,
            "has type %s, which no column beside it has; pass what is stored",
            given.display());
      }
      return false;
    }
    if (Types.isPlainDecimal(given.value().get()) && columns.isEmpty()) {
      error(
          "DecimalParameter",
          given,
          "is a BigDecimal that stands beside no column, so its scale is not known; compare it"
              + " with a @Decimal column, or pass a long or a String");
      return false;
    }
    return true;
  }

  private boolean others(Given given, List<SchemaColumn> columns, List<SchemaColumn> same) {
    for (SchemaColumn column : columns) {
      Optional<Value> value =
          same.isEmpty() ? given.value() : same.stream().map(SchemaColumn::value).findFirst();
      boolean fits =
          same.contains(column)
              || value.filter(v -> Agreement.fits(v, column.value(), column.inJson())).isPresent();
      if (!fits) {
        error(
            "ParameterType",
            given,
            "has type %s, but stands for %s of type %s; pass that",
            given.display(),
            column.label(),
            Labels.apart(column.value().type(), given.display()));
        return false;
      }
    }
    return true;
  }

  private boolean isLimit(Given given) {
    boolean integer =
        given.value().filter(v -> Agreement.storage(v) == Storage.INTEGER).isPresent();
    if (facts.integers().contains(":" + given.name()) && !integer) {
      error("ParameterType", given, "has type %s, but LIMIT takes an int or long", given.display());
      return false;
    }
    return true;
  }

  private void error(String tag, Given given, String text, Object... values) {
    report.error(
        tag, "parameter %s %s".formatted(given.name(), text.formatted(values)), given.element());
  }
}
