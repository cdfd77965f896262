package dev.dbrazor.testing;

import dev.dbrazor.Database;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.VersionColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes and fills the table of a former version in a new database, and those it refers to. */
final class FormerTables {
  private final Database db;
  private final Map<String, String> values;
  private final int rows;
  private final List<Mapping<?, ?>> collections;

  /**
   * @param values SQL expression by the name of the column, where one was given
   * @param collections those that are made as they are now when something refers to them
   */
  FormerTables(Database db, Map<String, String> values, int rows, List<Mapping<?, ?>> collections) {
    this.db = db;
    this.values = values;
    this.rows = rows;
    this.collections = collections;
  }

  /** Makes the table, then what is referred to and not there yet. */
  void make(SchemaVersion version) {
    make(version.table().name(), version.table().statements(), version.columns());
  }

  private void make(String table, List<String> statements, List<VersionColumn> known) {
    db.migrations().run(statements);
    List<VersionColumn> columns = known.isEmpty() ? stored(table) : known;
    String names =
        columns.stream().map(each -> quoted(each.name())).collect(Collectors.joining(", "));
    String items = columns.stream().map(this::value).collect(Collectors.joining(", "));
    db.migrations()
        .run(
            List.of(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT %d) INSERT INTO %s (%s) SELECT %s FROM n"
                    .formatted(rows, quoted(table), names, items)));
    references(table).forEach(this::provide);
  }

  /** The columns of a table of which no version is known: what they hold is all they are. */
  private List<VersionColumn> stored(String table) {
    return db.query(
        "SELECT name, lower(type) FROM pragma_table_info(?) WHERE name <> '_row'",
        row -> new VersionColumn(row.text(0), row.text(1), false, ""),
        table);
  }

  private String value(VersionColumn column) {
    String given = values.get(column.name());
    if (given != null) {
      return given;
    }
    String value = MadeUpValue.inColumn(column);
    return column.nullable() ? "iif(i % 3 = 0, NULL, " + value + ")" : value;
  }

  /** One foreign key of a table. */
  private record Reference(String from, String column, String to, String key) {}

  private List<Reference> references(String table) {
    return db.query(
        "SELECT \"from\", \"table\", coalesce(\"to\", 'id') FROM pragma_foreign_key_list(?)",
        row -> new Reference(table, row.text(0), row.text(1), row.text(2)),
        table);
  }

  /** What is referred to: the collection, or a table of nothing but the values that are needed. */
  private void provide(Reference reference) {
    if (!isThere(reference.to())) {
      Optional<Mapping<?, ?>> collection =
          collections.stream()
              .filter(each -> each.collection().equalsIgnoreCase(reference.to()))
              .findFirst();
      if (collection.isPresent()) {
        Mapping<?, ?> mapping = collection.get();
        make(mapping.collection(), mapping.table().statements(), columns(mapping));
      } else {
        standIn(reference);
      }
    }
  }

  private static List<VersionColumn> columns(Mapping<?, ?> mapping) {
    return mapping
        .history()
        .version(mapping.table().version())
        .map(SchemaVersion::columns)
        .orElse(List.of());
  }

  private boolean isThere(String table) {
    return !db.query(
            "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ? COLLATE NOCASE",
            row -> row.int32(0),
            table)
        .isEmpty();
  }

  private void standIn(Reference reference) {
    String table = quoted(reference.to());
    String key = quoted(reference.key());
    String column = quoted(reference.column());
    List<String> statements = new ArrayList<>();
    statements.add("CREATE TABLE " + table + " (" + key + " UNIQUE)");
    statements.add(
        "INSERT INTO %s SELECT DISTINCT %s FROM %s WHERE %s NOT NULL"
            .formatted(table, column, quoted(reference.from()), column));
    db.migrations().run(statements);
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
