package dev.dbrazor.processor.verify;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.Columns;
import dev.dbrazor.processor.sql.Dialect;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tries each piece of SQL the user wrote in an annotation by itself, so that what is refused has a
 * place in the source.
 */
final class UserSql {
  private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*'|\"((?:[^\"]|\"\")*)\"");

  private final Engine engine;
  private final Dialect dialect = new SqliteDialect();
  private final List<Column> columns;
  private final List<IndexModel> indexes;
  private final List<Problem> problems = new ArrayList<>();

  UserSql(Engine engine, EntityModel model) {
    this.engine = engine;
    this.columns = Columns.of(model).all();
    this.indexes = model.indexes();
  }

  List<Problem> problems() {
    for (Column column : columns) {
      Component component = column.component();
      component.defaultSql().ifPresent(sql -> defaultValue(component, sql));
      component.checkSql().ifPresent(sql -> check(component, sql));
      component.fullText().ifPresent(mark -> tokenizer(component, mark.tokenizer()));
    }
    for (IndexModel index : indexes) {
      index.where().ifPresent(sql -> where(index, sql));
    }
    return problems;
  }

  private void defaultValue(Component component, String sql) {
    String type = dialect.columnType(component.value());
    String notNull = component.nullable() ? "" : " NOT NULL";
    String table =
        "CREATE TABLE _given (value " + type + notNull + " DEFAULT (" + sql + ")) STRICT";
    refusal(table, "INSERT INTO _given DEFAULT VALUES")
        .ifPresent(
            words ->
                report(
                    component.path(),
                    "Default",
                    sql,
                    words
                        .replace(" in INTEGER column _given.value", " in this INTEGER column")
                        .replace(" column _given.value", " column")
                        .replace("_given.value", component.name()),
                    "write an SQL expression without columns that gives "
                        + type
                        + "; text takes single quotes"));
  }

  private void check(Component component, String sql) {
    refusal(table(" CHECK (" + sql + ")"))
        .or(() -> strayName(sql))
        .ifPresent(words -> report(component.path(), "Check", sql, words, overColumns()));
  }

  private void tokenizer(Component component, String tokenizer) {
    String option =
        tokenizer.isEmpty() ? "" : ", tokenize = '" + tokenizer.replace("'", "''") + "'";
    refusal("CREATE VIRTUAL TABLE _given USING fts5 (value" + option + ")")
        .ifPresent(
            words ->
                report(
                    component.path(),
                    "FullText",
                    tokenizer,
                    words,
                    "write unicode61, porter or trigram, and their options:"
                        + " unicode61 remove_diacritics 2"));
  }

  private void where(IndexModel index, String sql) {
    String on = dialect.identifier(index.columns().get(0));
    refusal(table(""), "CREATE INDEX _given_index ON _given (" + on + ") WHERE " + sql)
        .or(() -> strayName(sql))
        .ifPresent(words -> report("", "Index", sql, words, overColumns()));
  }

  /** The collection's columns without what else the user wrote, then the constraint. */
  private String table(String constraint) {
    List<String> lines = new ArrayList<>();
    for (Column column : columns) {
      lines.add(
          dialect.identifier(column.name()) + " " + dialect.columnType(column.component().value()));
    }
    return "CREATE TABLE _given (" + String.join(", ", lines) + constraint(constraint) + ") STRICT";
  }

  private static String constraint(String constraint) {
    return constraint.isEmpty() ? "" : "," + constraint;
  }

  /** What the engine says against the statements; leaves no trace in the database. */
  private Optional<String> refusal(String... statements) {
    try {
      engine.run("BEGIN");
      try {
        for (String statement : statements) {
          engine.run(statement);
        }
        return Optional.empty();
      } finally {
        engine.run("ROLLBACK");
      }
    } catch (SQLException e) {
      return Optional.of(Engine.words(e));
    }
  }

  /**
   * SQLite takes a name in double quotes that is no column's for text: a misspelling would go
   * unseen.
   */
  private Optional<String> strayName(String sql) {
    Matcher quoted = QUOTED.matcher(sql);
    while (quoted.find()) {
      String name = quoted.group(1);
      if (name != null && columns.stream().noneMatch(c -> c.name().equalsIgnoreCase(name))) {
        return Optional.of("no such column: \"" + name + "\"");
      }
    }
    return Optional.empty();
  }

  private String overColumns() {
    return "write an SQL condition over the columns "
        + String.join(", ", columns.stream().map(Column::name).toList())
        + "; text takes single quotes";
  }

  private void report(String path, String annotation, String sql, String words, String remedy) {
    problems.add(
        new Problem(
            annotation + "Sql",
            path,
            annotation,
            sql,
            "SQLite refuses " + quoted(sql) + ": " + words + "; " + remedy));
  }

  private static String quoted(String sql) {
    return "`" + sql + "`";
  }
}
