package dev.dbrazor;

import dev.dbrazor.Salvage.Lost;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table of a damaged file. */
record SalvagedTable(String name, String sql, List<String> columns, boolean numbered) {
  /** Not the shadow tables of virtual ones, nor what the engine keeps for itself. */
  private static final String TABLES =
      """
      SELECT s.name, s.sql, l.wr FROM sqlite_schema AS s JOIN pragma_table_list(s.name) AS l
      WHERE s.type = 'table' AND l.type = 'table' AND s.name NOT LIKE 'sqlite^_%' ESCAPE '^'""";

  private static final String OTHERS =
      """
      SELECT sql FROM sqlite_schema
      WHERE type IN ('index', 'trigger', 'view') AND sql IS NOT NULL
      ORDER BY type = 'trigger', type""";

  static List<SalvagedTable> all(DriverConnection damaged) {
    List<SalvagedTable> tables = new ArrayList<>();
    try (DriverStatement found = damaged.prepare(TABLES)) {
      while (found.step()) {
        String name = String.valueOf(found.text(0));
        tables.add(
            new SalvagedTable(
                name, String.valueOf(found.text(1)), columns(damaged, name), found.int64(2) == 0));
      }
    }
    return tables;
  }

  /** Those that hold values of their own. */
  private static List<String> columns(DriverConnection damaged, String table) {
    List<String> names = new ArrayList<>();
    try (DriverStatement found =
        damaged.prepare("SELECT name FROM pragma_table_xinfo(?1) WHERE hidden = 0")) {
      found.bindText(1, table);
      while (found.step()) {
        names.add(quoted(String.valueOf(found.text(0))));
      }
    }
    return names;
  }

  /** What makes indexes, views and triggers, in this order. */
  static List<String> others(DriverConnection damaged) {
    List<String> texts = new ArrayList<>();
    try (DriverStatement found = damaged.prepare(OTHERS)) {
      while (found.step()) {
        texts.add(String.valueOf(found.text(0)));
      }
    } catch (CorruptDatabaseException e) {
      return texts; // those up to the damage
    }
    return texts;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  /** Returns how many rows were copied. */
  long copy(
      DriverConnection damaged, DriverConnection whole, List<Lost> lost, List<String> problems) {
    String all = String.join(", ", columns);
    String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
    String insert =
        numbered
            ? "INSERT INTO " + quoted(name) + " (rowid, " + all + ") VALUES (?, " + places + ")"
            : "INSERT INTO " + quoted(name) + " (" + all + ") VALUES (" + places + ")";
    String select = "SELECT " + (numbered ? "rowid, " : "") + all + " FROM " + quoted(name);
    try (DriverStatement into = whole.prepare(insert)) {
      return numbered
          ? new NumberedRows(name, damaged, select).copy(into, lost, problems)
          : copyUntilDamage(damaged, select, into, problems);
    }
  }

  private long copyUntilDamage(
      DriverConnection damaged, String select, DriverStatement into, List<String> problems) {
    long copied = 0;
    try (DriverStatement rows = damaged.prepare(select)) {
      while (rows.step()) {
        copied += store(rows, into, problems) ? 1 : 0;
      }
    } catch (CorruptDatabaseException e) {
      problems.add("table " + name + " has no row numbers; all behind its damage is lost");
    }
    return copied;
  }

  /** The row that is read, as it is; false, and a problem, when the new table refuses it. */
  static boolean store(DriverStatement row, DriverStatement into, List<String> problems) {
    try {
      for (int column = 0; column < row.columnCount(); column++) {
        bind(row, column, into);
      }
      into.step();
      return true;
    } catch (ConstraintException e) {
      problems.add("a row was refused: " + e.getMessage());
      return false;
    } finally {
      into.reset();
    }
  }

  private static void bind(DriverStatement row, int column, DriverStatement into) {
    int parameter = column + 1;
    switch (row.type(column)) {
      case NULL -> into.bindNull(parameter);
      case INTEGER -> into.bindInt64(parameter, row.int64(column));
      case FLOAT -> into.bindFloat64(parameter, row.float64(column));
      case TEXT -> bindText(into, parameter, row.text(column));
      case BLOB -> bindBlob(into, parameter, row.blob(column));
    }
  }

  private static void bindText(DriverStatement into, int parameter, @Nullable String value) {
    if (value != null) {
      into.bindText(parameter, value);
    }
  }

  private static void bindBlob(DriverStatement into, int parameter, byte @Nullable [] value) {
    if (value != null) {
      into.bindBlob(parameter, value);
    }
  }
}
