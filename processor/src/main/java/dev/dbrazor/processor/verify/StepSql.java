package dev.dbrazor.processor.verify;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tries the SQL of the step from one version to the next on the tables of both. */
final class StepSql {
  private final Engine engine;
  private final String table;
  private final List<Problem> problems = new ArrayList<>();

  StepSql(Engine engine, String table) {
    this.engine = engine;
    this.table = table;
  }

  List<Problem> problems(List<String> before, List<String> now, Map<String, String> backfilled) {
    try {
      engine.run("BEGIN");
      try {
        before.forEach(this::create);
        backfilled.forEach(this::backfill);
        engine.run("DROP TABLE \"" + table.replace("\"", "\"\"") + '"');
        now.forEach(this::create);
      } finally {
        engine.run("ROLLBACK");
      }
    } catch (SQLException e) {
      refused("", "", "the step to the new version of " + table, Engine.words(e));
    }
    return problems;
  }

  private void create(String statement) {
    try {
      engine.run(statement);
    } catch (SQLException e) {
      refused("", "", "a statement of the schema files of " + table, Engine.words(e));
    }
  }

  /** Of a column over the columns before, of a value inside JSON over none. */
  private void backfill(String name, String sql) {
    boolean column = name.indexOf('.') < 0;
    String select = "SELECT (" + sql + ")";
    try {
      engine.prepare(column ? select + " FROM \"" + table.replace("\"", "\"\"") + '"' : select);
    } catch (SQLException e) {
      refused(name.replaceAll("\\[\\]|\\{\\}", ""), sql, "`" + sql + "`", Engine.words(e));
    }
  }

  private void refused(String path, String sql, String what, String words) {
    problems.add(
        new Problem(
            "BackfillSql",
            path,
            sql.isEmpty() ? "" : "Backfill",
            sql,
            "SQLite refuses "
                + what
                + ": "
                + words
                + "; write an SQL expression over the columns of the version before"));
  }
}
