package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.Columns;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The tables that a statement can name. Names are compared as SQLite does, without case. */
public final class Schema {
  private final Map<String, EntityModel> models = new TreeMap<>();
  private final Map<String, List<SchemaColumn>> tables = new TreeMap<>();

  public Schema(Collection<EntityModel> collections) {
    for (EntityModel model : collections) {
      models.put(key(model.table()), model);
      tables.put(key(model.table()), columns(model));
    }
  }

  public Collection<EntityModel> collections() {
    return models.values();
  }

  public Optional<EntityModel> collection(String table) {
    return Optional.ofNullable(models.get(key(table)));
  }

  /** All columns of a table, generated ones last; empty for an unknown table. */
  public List<SchemaColumn> columns(String table) {
    return tables.getOrDefault(key(table), List.of());
  }

  public Optional<SchemaColumn> column(String table, String name) {
    return columns(table).stream()
        .filter(column -> column.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** The columns of the components: what a star stands for; quoted where needed. */
  List<String> star(String table) {
    SqliteDialect dialect = new SqliteDialect();
    return collection(table).map(Columns::of).stream()
        .flatMap(columns -> columns.stored().stream())
        .map(column -> dialect.identifier(column.name()))
        .toList();
  }

  /** {@code customers, orders}, for messages. */
  public String tableNames() {
    return models.values().stream().map(EntityModel::table).collect(Collectors.joining(", "));
  }

  /** {@code age, email, name}, for messages. */
  public String columnNames(String table) {
    return columns(table).stream()
        .map(SchemaColumn::name)
        .sorted()
        .collect(Collectors.joining(", "));
  }

  static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static List<SchemaColumn> columns(EntityModel model) {
    List<SchemaColumn> all = new ArrayList<>();
    for (Column column : Columns.of(model).all()) {
      all.add(column(model, column));
    }
    return all;
  }

  private static SchemaColumn column(EntityModel model, Column column) {
    SqliteDialect dialect = new SqliteDialect();
    Component component = column.component();
    boolean generated = column.isGenerated();
    String type =
        generated
            ? dialect.columnTypeInJson(component.value())
            : dialect.columnType(component.value());
    boolean nullable = component.role() == Component.Role.PLAIN && component.nullable();
    // A document written by own SQL may lack what no component allows to be absent.
    Nullness shown = nullable ? Nullness.POSSIBLE : Nullness.UNKNOWN;
    Nullness stored = nullable ? Nullness.POSSIBLE : Nullness.NEVER;
    return new SchemaColumn(
        model.table(),
        column.name(),
        component.value(),
        generated,
        Storage.valueOf(type),
        generated ? shown : stored);
  }
}
