package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.SchemaVersion;
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

  /** Of collections that are migrated together, in this order. */
  static List<MigrationScript> of(
      Session session, Driver driver, List<Blueprint> blueprints, UpgradeStatements statements) {
    List<Situation> situations =
        blueprints.stream().map(each -> Situation.of(session, driver, each)).toList();
    List<String> schema = schema(session);
    List<MigrationScript> scripts = new ArrayList<>();
    return ScratchDatabase.with(
        driver,
        blueprints.get(0).name(),
        scratch -> {
          copy(scratch, schema);
          for (int i = 0; i < blueprints.size(); i++) {
            Blueprint blueprint = blueprints.get(i);
            long rows = situations.get(i).isAbsent() ? 0 : rows(session, blueprint);
            RecordingSession recording = new RecordingSession(scratch);
            Migration migration = new Migration(recording, driver, blueprint, statements);
            scripts.add(tried(situations.get(i), blueprint, migration, recording, rows));
          }
          return scripts;
        });
  }

  private static long rows(Session session, Blueprint blueprint) {
    return Sql.number(session, "SELECT count(*) FROM " + Sql.quoted(blueprint.name()));
  }

  private static MigrationScript tried(
      Situation situation,
      Blueprint blueprint,
      Migration migration,
      RecordingSession recording,
      long rows) {
    SchemaVersion from = situation.from();
    if (situation.isAbsent()) {
      blueprint.table().statements().forEach(sql -> ScratchDatabase.run(recording, sql));
    } else if (situation.kind() == Situation.Kind.OUTDATED && from != null) {
      boolean rebuilt = migration.run(situation, done -> {});
      return new MigrationScript(from.table().version(), rebuilt, rows, recording.changes());
    }
    return new MigrationScript(blueprint.table().version(), false, 0, List.of());
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
