package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;

/**
 * What a migration would do.
 *
 * @param from the version the collection is in
 * @param rebuilds whether the table's rows are written anew
 * @param rows how many there are
 * @param sql the statements in order; those that run for many rows stand once
 */
public record MigrationScript(int from, boolean rebuilds, long rows, List<String> sql) {
  private static final String ENTRIES =
      """
      SELECT sql, name FROM main.sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY type = 'trigger', type = 'view', type = 'index', rowid\
      """;

  static MigrationScript of(
      Session session, Driver driver, Blueprint blueprint, UpgradeStatements statements) {
    Situation situation = Situation.of(session, driver, blueprint);
    if (situation.kind() != Situation.Kind.OUTDATED || situation.from() == null) {
      return new MigrationScript(blueprint.table().version(), false, 0, List.of());
    }
    long rows = Sql.number(session, "SELECT count(*) FROM " + Sql.quoted(blueprint.name()));
    List<String> schema = schema(session);
    return ScratchDatabase.with(
        driver,
        blueprint.name(),
        scratch -> {
          copy(scratch, schema);
          RecordingSession recording = new RecordingSession(scratch);
          boolean rebuilt =
              new Migration(recording, driver, blueprint, statements).run(situation, done -> {});
          int from = situation.from().table().version();
          return new MigrationScript(from, rebuilt, rows, recording.changes());
        });
  }

  private static List<String> schema(Session session) {
    List<String> schema = new ArrayList<>();
    try (DriverStatement row = session.prepare(ENTRIES)) {
      while (row.step()) {
        schema.add(String.valueOf(row.text(0)));
      }
    }
    return schema;
  }

  /** The tables inside virtual ones are there already when their turn comes. */
  private static void copy(Session scratch, List<String> schema) {
    for (String sql : schema) {
      try {
        ScratchDatabase.run(scratch, sql);
      } catch (DbRazorException notNeeded) {
        continue;
      }
    }
  }
}
