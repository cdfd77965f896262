package dev.dbrazor.schema;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.util.List;
import java.util.Objects;
import java.util.function.LongConsumer;

/**
 * Brings one collection from the version it is in to the program's, within one transaction, in
 * which nobody looks at references.
 */
final class Migration {
  private final Session session;
  private final Driver driver;
  private final Blueprint blueprint;
  private final UpgradeStatements statements;
  private boolean ranSql;

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
      ranSql |= step.ranSql();
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
    return rebuilt;
  }

  /** Whether methods of the user have run SQL, which may have written to any table. */
  boolean ranSql() {
    return ranSql;
  }
}
