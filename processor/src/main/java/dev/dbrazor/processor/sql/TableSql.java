package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.model.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code CREATE TABLE} and {@code CREATE INDEX} of one collection. */
final class TableSql {
  private final EntityModel model;
  private final Dialect dialect;
  private final Columns columns;
  private final Indexes indexes;

  TableSql(EntityModel model, Dialect dialect) {
    this.model = model;
    this.dialect = dialect;
    this.columns = Columns.of(model);
    this.indexes = Indexes.of(model);
  }

  /** The table first, then its indexes. */
  List<String> statements() {
    List<String> statements = new ArrayList<>();
    statements.add(table());
    indexes.separate().forEach((name, index) -> statements.add(index(name, index)));
    return statements;
  }

  // CREATE TABLE customers (
  //   _row INTEGER PRIMARY KEY,
  //   id BLOB NOT NULL UNIQUE,
  //   address TEXT NOT NULL,
  //   address_city TEXT GENERATED ALWAYS AS (json_extract(address, '$.city')) VIRTUAL
  // ) STRICT
  private String table() {
    List<String> lines = new ArrayList<>();
    if (model.id().kind() != IdModel.Kind.DATABASE_KEY) {
      dialect.hiddenKey().ifPresent(lines::add);
    }
    columns.stored().forEach(column -> lines.add(stored(column)));
    columns.generated().forEach(column -> lines.add(generated(column)));
    if (model.id().kind() == IdModel.Kind.COMPOSITE) {
      lines.add("UNIQUE (" + names(Indexes.idColumns(model)) + ")");
    }
    return "CREATE TABLE "
        + dialect.identifier(model.table())
        + " (\n  "
        + String.join(",\n  ", lines)
        + "\n) "
        + dialect.tableOptions();
  }

  // customer_id BLOB NOT NULL UNIQUE DEFAULT (…) CHECK (…) REFERENCES customers (id) ON DELETE
  // CASCADE
  private String stored(Column column) {
    Component component = column.component();
    StringBuilder sql = new StringBuilder(dialect.identifier(column.name())).append(' ');
    boolean isId = component.role() == Component.Role.ID;
    if (isId && model.id().kind() == IdModel.Kind.DATABASE_KEY) {
      sql.append(dialect.integerKey());
    } else {
      sql.append(dialect.columnType(component.value()));
      sql.append(isId || !component.nullable() ? " NOT NULL" : "");
      sql.append(indexes.isUniqueColumn(column.name()) ? " UNIQUE" : "");
    }
    component.defaultSql().ifPresent(value -> sql.append(" DEFAULT (").append(value).append(')'));
    component.checkSql().ifPresent(check -> sql.append(check(column, check)));
    component.reference().ifPresent(reference -> sql.append(references(reference)));
    return sql.toString();
  }

  /** Named after its column, so that the engine's error tells which check failed. */
  private String check(Column column, String condition) {
    return " CONSTRAINT " + dialect.identifier(column.name()) + " CHECK (" + condition + ")";
  }

  private String references(Reference reference) {
    return " REFERENCES "
        + dialect.identifier(reference.table())
        + " ("
        + dialect.identifier(reference.column())
        + ")"
        + action(" ON DELETE ", reference.onDelete())
        + action(" ON UPDATE ", reference.onUpdate());
  }

  private static String action(String when, String action) {
    return action.equals("NO ACTION") ? "" : when + action;
  }

  private String generated(Column column) {
    return dialect.identifier(column.name())
        + " "
        + dialect.columnTypeInJson(column.component().value())
        + " GENERATED ALWAYS AS ("
        + dialect.jsonValue(column.source(), column.keys())
        + ") VIRTUAL";
  }

  private String index(String name, IndexModel index) {
    return (index.unique() ? "CREATE UNIQUE INDEX " : "CREATE INDEX ")
        + dialect.identifier(name)
        + " ON "
        + dialect.identifier(model.table())
        + " ("
        + names(index.columns())
        + ")"
        + index.where().map(where -> " WHERE " + where).orElse("");
  }

  private String names(List<String> names) {
    return names.stream().map(dialect::identifier).collect(Collectors.joining(", "));
  }
}
