package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Item;
import dev.dbrazor.processor.dao.sql.Select.Source;
import dev.dbrazor.processor.dao.sql.Select.With;
import java.util.List;
import java.util.Optional;

/** One statement. */
sealed interface Statement {
  /** A query as a statement. */
  record Query(Select select) implements Statement {}

  /**
   * A statement that changes one table.
   *
   * @param verb INSERT, UPDATE or DELETE
   * @param table what is changed
   * @param alias its alias
   * @param columns of an INSERT; empty for all
   * @param query what an INSERT inserts; empty for DEFAULT VALUES
   * @param assignments of SET, those behind ON CONFLICT included
   * @param from of an UPDATE
   * @param conditions all conditions, the one of WHERE first
   * @param returning results
   * @param limits LIMIT and OFFSET
   */
  record Change(
      With with,
      String verb,
      String table,
      Optional<String> alias,
      List<String> columns,
      Optional<Select> query,
      List<Assignment> assignments,
      List<Source> from,
      List<Expr> conditions,
      List<Item> returning,
      List<Expr> limits)
      implements Statement {}

  /** {@code column = value}, or {@code (columns) = row}. */
  record Assignment(List<String> columns, Expr value) {}
}
