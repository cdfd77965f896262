package dev.dbrazor.processor.dao.verify;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which tables a statement's program opens, those of triggers and foreign key actions included.
 *
 * @param reads opened for reading
 * @param changes opened for writing, or cleared
 */
record Effects(SortedSet<String> reads, SortedSet<String> changes) {
  /**
   * Asks the engine for the program of a statement.
   *
   * @param tables what {@link #tables} says of the engine
   */
  static Effects of(Connection engine, Map<Long, String> tables, String sql) throws SQLException {
    Effects effects = new Effects(new TreeSet<>(), new TreeSet<>());
    try (PreparedStatement statement = engine.prepareStatement("EXPLAIN " + sql);
        ResultSet program = statement.executeQuery()) {
      while (program.next()) {
        effects.step(tables, program);
      }
    }
    return effects;
  }

  /** By position: addr, opcode, p1, p2. */
  private void step(Map<Long, String> tables, ResultSet program) throws SQLException {
    switch (program.getString(2)) {
      case "OpenRead" -> add(reads, tables.get(program.getLong(4)));
      case "OpenWrite" -> add(changes, tables.get(program.getLong(4)));
      case "Clear" -> add(changes, tables.get(program.getLong(3)));
      default -> {}
    }
  }

  private static void add(SortedSet<String> set, @Nullable String table) {
    if (table != null) {
      set.add(table);
    }
  }

  /** Root pages of tables and of their indexes, to the table; without what is derived. */
  static Map<Long, String> tables(Connection engine) throws SQLException {
    Map<Long, String> tables = new HashMap<>();
    try (Statement statement = engine.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT rootpage, tbl_name FROM sqlite_schema"
                    + " WHERE rootpage > 0 AND instr(tbl_name, '$') = 0")) {
      while (rows.next()) {
        tables.put(rows.getLong(1), rows.getString(2));
      }
    }
    return tables;
  }
}
