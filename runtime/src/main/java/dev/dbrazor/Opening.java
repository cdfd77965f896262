package dev.dbrazor;

import dev.dbrazor.pool.OpenFiles;
import dev.dbrazor.pool.PoolSettings;
import dev.dbrazor.pool.PoolSettings.Synchronous;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.schema.MigrationRun;
import dev.dbrazor.schema.Tables;
import java.util.function.Supplier;

/** One opening of a file: what its configuration says to each of the parts behind a database. */
final class Opening {
  private final DatabaseConfig config;
  private final DriverSelection selection;
  private final boolean temporary;

  Opening(DatabaseConfig config, boolean temporary) {
    this.config = config;
    this.temporary = temporary;
    this.selection = DriverSelection.choose(config.driver(), config.engine());
  }

  DriverInfo driver() {
    return selection.info();
  }

  /** The connections, shared with those who have the file open already. */
  OpenFiles.Use file(Database owner) {
    return OpenFiles.open(pool(), owner);
  }

  private PoolSettings pool() {
    return new PoolSettings(
        selection.driver(),
        config.path(),
        temporary,
        config.readOnly(),
        synchronous(),
        config.readers(),
        config.busyTimeout(),
        config.lockTimeout(),
        config.closeTimeout(),
        config.statementCacheSize(),
        config.maxValueBytes(),
        config.lazy(),
        config.limits().lending());
  }

  private Synchronous synchronous() {
    if (config.durability() == Durability.FULL) {
      return Synchronous.FULL;
    }
    return temporary ? Synchronous.OFF : Synchronous.NORMAL;
  }

  /**
   * @param observers are told of migrations
   */
  CollectionRegistry collections(PooledSessions sessions, Observers observers) {
    Migrating migrations = new Migrating(config, selection, sessions, observers);
    Tables tables = new Tables(sessions, selection.driver(), config.readOnly(), migrations);
    return new CollectionRegistry(sessions, tables, config.stamps());
  }

  /** Makes what migrates: for those starts that have to look at more than what is current. */
  private record Migrating(
      DatabaseConfig config,
      DriverSelection selection,
      PooledSessions sessions,
      Observers observers)
      implements Supplier<MigrationRun> {
    @Override
    public MigrationRun get() {
      MigrationRun.Settings settings =
          new MigrationRun.Settings(
              config.path(),
              config.migration() == MigrationMode.AUTOMATIC,
              config.backupBeforeRebuild().orElse(null),
              config.migrationProgress().orElse(null),
              observers.telemetry);
      return new MigrationRun(sessions, selection.driver(), settings, new UpgradeMethods());
    }
  }
}
