package dev.dbrazor.schema;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/** Brings one collection from the version it is in to the program's, within one transaction. */
final class Migration {
  private static final String REFERRING =
      """
      SELECT DISTINCT t.name FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
      WHERE t.schema = 'main' AND t.type = 'table' AND k."table" = ?1 COLLATE NOCASE\
      """;

  private final Session session;
  private final Driver driver;
  private final Blueprint blueprint;
  private final UpgradeStatements statements;

  Migration(Session session, Driver driver, Blueprint blueprint, UpgradeStatements statements) {
    this.session = session;
    this.driver = driver;
    this.blueprint = blueprint;
    this.statements = statements;
  }

  /**
   * Does it, or throws and has to be rolled back.
   *
   * @return whether a table was rebuilt
   */
  boolean run(Situation situation, LongConsumer progress) {
    TableDefinition table = blueprint.table();
    SchemaVersion from = Objects.requireNonNull(situation.from());
    Tables.dropDerived(session, table);
    boolean rebuilt = false;
    for (SchemaVersion wanted : blueprint.after(from.table().version())) {
      VersionStep step = new VersionStep(session, driver, from, wanted);
      step.run(statements, progress);
      rebuilt |= step.rebuilt();
      from = wanted;
    }
    List<String> differences =
        ScratchDatabase.structureOf(driver, table).differences(Structure.of(session, table.name()));
    if (!differences.isEmpty()) {
      throw new MigrationFailure(
          "the table would not become what the program was compiled for:\n  "
              + String.join("\n  ", differences));
    }
    Tables.makeDerived(session, table);
    if (rebuilt) {
      checkReferences(table.name());
    }
    return rebuilt;
  }

  /** References to and from the table, which nobody looked at while it was rebuilt. */
  private void checkReferences(String table) {
    List<String> tables = new ArrayList<>(Sql.texts(session, REFERRING, table));
    tables.add(table);
    for (String each : tables) {
      try (DriverStatement row =
          session.prepare("SELECT rowid, parent FROM pragma_foreign_key_check(?1)")) {
        row.bindText(1, each);
        if (row.step()) {
          throw new MigrationFailure(
              "row "
                  + row.int64(0)
                  + " of "
                  + each
                  + " would refer to a row of "
                  + row.text(1)
                  + " that does not exist");
        }
      }
    }
  }
}
