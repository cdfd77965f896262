package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table as the engine sees it. Keys say what a part is ({@code column age}), values how it is
 * defined ({@code INTEGER NOT NULL}), both in words fit for a message. The order of columns is no
 * part of it: statements name theirs.
 */
record Structure(Map<String, String> parts) {
  private static final String COLUMN = "column ";
  private static final String COLUMNS =
      "SELECT name, type, \"notnull\", dflt_value, pk, hidden FROM pragma_table_xinfo(?)";
  private static final String OPTIONS =
      "SELECT strict, wr FROM pragma_table_list(?) WHERE schema = 'main'";
  private static final String CONSTRAINTS =
      """
      SELECT l.origin, group_concat(x.name, ', ' ORDER BY x.seqno)
      FROM pragma_index_list(?) l JOIN pragma_index_xinfo(l.name) x
      WHERE l.origin <> 'c' AND x.key = 1 GROUP BY l.name\
      """;
  private static final String FOREIGN_KEYS =
      """
      SELECT group_concat("from", ', ' ORDER BY seq), "table",
        coalesce(group_concat("to", ', ' ORDER BY seq), ''), on_delete, on_update
      FROM pragma_foreign_key_list(?) GROUP BY id\
      """;

  static Structure of(Session session, String table) {
    return read(session, table, SchemaEntry.own(session, table));
  }

  /** Reads a table; {@code definitions} are its row and its indexes' rows of the schema table. */
  static Structure read(Session session, String table, List<SchemaEntry> definitions) {
    Structure structure = new Structure(new TreeMap<>());
    for (SchemaEntry entry : definitions) {
      if (entry.type().equals("table")) {
        structure.addColumns(session, table, TableText.of(entry.sql()));
      } else if (entry.type().equals("index") && !entry.sql().isEmpty()) {
        structure.put("index " + entry.name(), indexText(entry.sql()));
      }
    }
    structure.addRows(session, OPTIONS, table, Structure::addOptions);
    structure.addRows(session, CONSTRAINTS, table, Structure::addConstraint);
    structure.addRows(session, FOREIGN_KEYS, table, Structure::addForeignKey);
    return structure;
  }

  /** Takes one row into a structure. */
  private interface RowReader {
    void read(Structure to, DriverStatement row);
  }

  private void addRows(Session session, String sql, String table, RowReader reader) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.bindText(1, table);
      while (statement.step()) {
        reader.read(this, statement);
      }
    }
  }

  private void addColumns(Session session, String table, TableText text) {
    addRows(session, COLUMNS, table, (to, row) -> to.addColumn(row, text));
    text.checks().forEach(check -> put("check (" + check + ")", ""));
  }

  private void addColumn(DriverStatement row, TableText text) {
    String name = lower(row.text(0));
    StringBuilder definition = new StringBuilder(String.valueOf(row.text(1)));
    definition.append(row.int64(2) != 0 ? " NOT NULL" : "");
    if (row.text(3) != null) {
      definition.append(" DEFAULT ").append(SqlTokens.normalized(String.valueOf(row.text(3))));
    }
    definition.append(row.int64(4) != 0 ? " PRIMARY KEY" : "");
    definition.append(row.int64(5) == 2 ? " VIRTUAL" : row.int64(5) == 3 ? " STORED" : "");
    String extras = text.extras().getOrDefault(name, "");
    put(COLUMN + name, definition + (extras.isEmpty() ? "" : " " + extras));
  }

  private void addOptions(DriverStatement row) {
    put("table option STRICT", row.int64(0) != 0 ? "yes" : "no");
    put("table option WITHOUT ROWID", row.int64(1) != 0 ? "yes" : "no");
  }

  private void addConstraint(DriverStatement row) {
    String kind = "pk".equals(row.text(0)) ? "primary key" : "unique";
    put(kind + " (" + lower(row.text(1)) + ")", "");
  }

  private void addForeignKey(DriverStatement row) {
    String target = row.text(1) + " (" + row.text(2) + ")";
    String actions = " ON DELETE " + row.text(3) + " ON UPDATE " + row.text(4);
    put("foreign key (" + lower(row.text(0)) + ")", "REFERENCES " + lower(target) + actions);
  }

  /** Two constraints of one key, such as two foreign keys of a column, are told together. */
  private void put(String part, String definition) {
    parts.merge(part.trim(), definition, (one, other) -> one + "; " + other);
  }

  private static String indexText(String sql) {
    List<String> tokens = new ArrayList<>(SqlTokens.of(sql));
    int condition = tokens.indexOf("if");
    if (condition >= 0 && condition < tokens.indexOf("on")) {
      tokens.subList(condition, condition + 3).clear();
    }
    return String.join(" ", tokens);
  }

  private static String lower(@Nullable String text) {
    return String.valueOf(text).toLowerCase(Locale.ROOT);
  }

  /**
   * What differs from this, the wanted structure, one sentence each. Indexes that are not wanted
   * are no difference: users may add theirs.
   */
  List<String> differences(Structure found) {
    List<String> differences = new ArrayList<>();
    parts.forEach(
        (part, wanted) -> {
          String other = found.parts.get(part);
          if (other == null) {
            differences.add(join(part, wanted) + " expected, not found");
          } else if (!other.equals(wanted)) {
            differences.add(part + ": " + wanted + " expected, found " + other);
          }
        });
    found.parts.forEach(
        (part, other) -> {
          if (!parts.containsKey(part) && !part.startsWith("index ")) {
            differences.add(join(part, other) + " found, not expected");
          }
        });
    return differences;
  }

  /** The names of all columns, in lower case. */
  Set<String> columns() {
    return parts.keySet().stream()
        .filter(part -> part.startsWith(COLUMN))
        .map(part -> part.substring(COLUMN.length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A column's definition; empty when there is no such column. */
  String column(String name) {
    return parts.getOrDefault(COLUMN + name.toLowerCase(Locale.ROOT), "");
  }

  /** Whether it shows a value that is stored elsewhere. */
  boolean isGenerated(String name) {
    return column(name).contains(" generated as ");
  }

  /** What differs from this, the wanted structure, in anything but indexes. */
  List<String> differencesOfTable(Structure found) {
    return differences(found).stream().filter(each -> !each.startsWith("index ")).toList();
  }

  private static String join(String part, String definition) {
    return definition.isEmpty() ? part : part + ": " + definition;
  }
}
