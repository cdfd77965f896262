package dev.dbrazor.processor.verify;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.Column;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.Returns;
import dev.dbrazor.processor.sql.UniqueKey;
import dev.dbrazor.processor.sql.VectorSql;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Creates the table, prepares every statement, compares result columns, and reads the plans of what
 * must not scan.
 */
final class GeneratedSql {
  /** Those of a vector's statements that must not scan. */
  private static final Set<String> SEARCHING = Set.of("SOME", "RECORD", "ORDERED", "SAMPLE");

  private final Engine engine;
  private final EntityModel model;
  private final EntitySql sql;
  private final List<String> columns;
  private final List<Problem> problems = new ArrayList<>();

  GeneratedSql(Engine engine, EntityModel model, EntitySql sql) {
    this.engine = engine;
    this.model = model;
    this.sql = sql;
    this.columns = sql.allColumns().stored().stream().map(Column::name).toList();
  }

  List<Problem> problems() {
    try {
      engine.run("BEGIN");
      try {
        if (sql.table().stream().allMatch(this::create) && derived().allMatch(this::create)) {
          statements();
        }
      } finally {
        engine.run("ROLLBACK");
      }
    } catch (SQLException e) {
      problems.add(bug("BEGIN", Engine.words(e)));
    }
    return problems;
  }

  private Stream<String> derived() {
    return sql.derived().stream()
        .flatMap(each -> Stream.concat(each.statements().stream(), each.fill().stream()));
  }

  /** Each is prepared once, or twice where both its columns and its plan are to be seen. */
  private void statements() {
    returning(sql.insert(), Returns.insert(model));
    sql.insertReturning().ifPresent(text -> returning(text, true));
    returning(sql.insertOrIgnore(), true);
    returning(sql.upsert(), Returns.upsert(model));
    searches(sql.update(), Returns.update(model));
    sql.updateUnindexed().ifPresent(text -> searches(text, Returns.update(model)));
    searches(sql.updateAll(), Returns.update(model));
    searches(sql.findById(), true);
    searches(sql.findAllById(), true);
    searches(sql.deleteById(), false);
    searches(sql.deleteAllById(), false);
    returning(sql.count(), false);
    sql.versionById().ifPresent(text -> returning(text, false));
    sql.highestKey().ifPresent(text -> returning(text, false));
    for (UniqueKey key : sql.uniqueKeys()) {
      searches(key.find(), true);
      key.upsert().ifPresent(text -> returning(text, true));
    }
    sql.vectors().forEach(this::vector);
  }

  private void vector(VectorSql vector) {
    vector
        .statements()
        .forEach(
            (name, text) -> {
              if (SEARCHING.contains(name)) {
                searches(text, name.equals("RECORD"));
              } else {
                returning(text, false);
              }
            });
  }

  private boolean create(String text) {
    try {
      engine.run(text);
      return true;
    } catch (SQLException e) {
      problems.add(bug(text, Engine.words(e)));
      return false;
    }
  }

  private void returning(String text, boolean record) {
    try {
      if (!record) {
        engine.prepare(text);
      } else if (!engine.columns(text).equals(columns)) {
        problems.add(bug(text, "it returns " + engine.columns(text) + ", not " + columns));
      }
    } catch (SQLException e) {
      problems.add(bug(text, Engine.words(e)));
    }
  }

  private void searches(String text, boolean record) {
    if (record) {
      returning(text, true);
    }
    try {
      List<String> plan = engine.plan(text);
      boolean found = plan.stream().anyMatch(step -> isStep("SEARCH", step));
      if (!found || plan.stream().anyMatch(step -> isStep("SCAN", step))) {
        problems.add(bug(text, "it does not search by an index but would " + plan));
      }
    } catch (SQLException e) {
      problems.add(bug(text, Engine.words(e)));
    }
  }

  private boolean isStep(String kind, String step) {
    return (step + " ").startsWith(kind + " " + model.table() + " ");
  }

  private Problem bug(String text, String words) {
    return new Problem(
        "GeneratedSql",
        "",
        "",
        "",
        "SQLite refuses a statement made for "
            + model.record().qualifiedName()
            + ": "
            + words
            + "; this is a bug in DBRazor, please report it with the statement:\n"
            + text);
  }
}
