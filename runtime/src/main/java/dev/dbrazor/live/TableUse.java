package dev.dbrazor.live;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which tables a statement's program opens, those of triggers and foreign key actions included.
 *
 * @param reads opened for reading
 * @param changes opened for writing, or cleared
 */
record TableUse(Set<String> reads, Set<String> changes) {
  static TableUse of(Session session, String sql) {
    Map<Long, String> tables = tables(session);
    TableUse use = new TableUse(new HashSet<>(), new HashSet<>());
    try (DriverStatement program = session.prepare("EXPLAIN " + sql)) {
      while (program.step()) { // address, opcode, p1, p2, …
        use.add(tables, String.valueOf(program.text(1)), program.int64(2), program.int64(3));
      }
    }
    return use;
  }

  private void add(Map<Long, String> tables, String opcode, long p1, long p2) {
    switch (opcode) {
      case "OpenRead" -> add(reads, tables.get(p2));
      case "OpenWrite" -> add(changes, tables.get(p2));
      case "Clear" -> add(changes, tables.get(p1));
      default -> {}
    }
  }

  private static void add(Set<String> set, @Nullable String table) {
    if (table != null) {
      set.add(table);
    }
  }

  /** Root pages of tables and of their indexes, to the table. */
  private static Map<Long, String> tables(Session session) {
    Map<Long, String> tables = new HashMap<>();
    try (DriverStatement rows =
        session.prepare("SELECT rootpage, tbl_name FROM sqlite_schema WHERE rootpage > 0")) {
      while (rows.step()) {
        tables.put(rows.int64(0), String.valueOf(rows.text(1)));
      }
    }
    return tables;
  }
}
