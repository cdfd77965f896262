package dev.dbrazor.schema;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.History;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.PoolSettings;
import dev.dbrazor.pool.PooledSessions;
import java.nio.file.Path;
import java.time.Duration;

/** Tables without a database around them. */
final class TestTables {
  private TestTables() {}

  /** One reader, twenty statements for each connection, waits of five seconds. */
  static PoolSettings settings(Driver driver, Path file) {
    Duration patience = Duration.ofSeconds(5);
    return new PoolSettings(
        driver,
        file,
        false,
        false,
        PoolSettings.Synchronous.NORMAL,
        1,
        patience,
        patience,
        patience,
        20,
        1_000_000,
        false);
  }

  static Tables of(PooledSessions sessions, Driver driver, boolean readOnly) {
    MigrationRun.Settings settings =
        new MigrationRun.Settings(Path.of("shop.db"), true, null, null, event -> {});
    MigrationRun run =
        new MigrationRun(sessions, driver, settings, (session, from, to, methods) -> {});
    return new Tables(sessions, driver, readOnly, () -> run);
  }

  static Blueprint blueprint(TableDefinition table) {
    return new Blueprint(table, History.NONE, session -> {});
  }
}
