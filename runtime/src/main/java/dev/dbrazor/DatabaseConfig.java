package dev.dbrazor;

import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.mapping.StampSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How a database is opened; immutable and checked, see {@link Builder} for the settings and their
 * defaults.
 */
public final class DatabaseConfig {
  private final Path path;
  private final Builder settings;

  private DatabaseConfig(Path path, Builder settings) {
    this.path = path;
    this.settings = settings;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Absolute. */
  public Path path() {
    return path;
  }

  public int readers() {
    return settings.readers;
  }

  public boolean readOnly() {
    return settings.readOnly;
  }

  public Durability durability() {
    return settings.durability;
  }

  public Duration busyTimeout() {
    return settings.busyTimeout;
  }

  public Duration lockTimeout() {
    return settings.lockTimeout;
  }

  public Duration closeTimeout() {
    return settings.closeTimeout;
  }

  public int statementCacheSize() {
    return settings.statementCacheSize;
  }

  public int maxValueBytes() {
    return settings.maxValueBytes;
  }

  public DriverChoice driver() {
    return settings.driver;
  }

  /** In the order of their registration; unmodifiable. */
  public List<Plugin> plugins() {
    return List.copyOf(settings.plugins);
  }

  StampSource stamps() {
    return settings.stamps;
  }

  public boolean strictPlugins() {
    return settings.strictPlugins;
  }

  /** Absolute; empty: the driver looks for one. */
  public Optional<Path> sqliteLibrary() {
    return Optional.ofNullable(settings.engine.library());
  }

  public boolean acceptOlderEngine() {
    return settings.engine.acceptOlder();
  }

  EngineChoice engine() {
    return settings.engine;
  }

  public boolean lazy() {
    return settings.lazy;
  }

  public ConnectionLimits limits() {
    return settings.limits;
  }

  /** Empty: no query is reported as slow. */
  public Optional<Duration> slowQueryThreshold() {
    return Optional.ofNullable(settings.slowQueryThreshold);
  }

  /** Empty: tables of any size may be read as a whole. */
  public OptionalLong scanLimit() {
    return settings.scanLimit;
  }

  /** What makes the DAOs of collections that are seen to when the file is opened. */
  public List<Function<Database, ?>> collections() {
    return List.copyOf(settings.collections);
  }

  public MigrationMode migration() {
    return settings.migration;
  }

  /** Empty: no copy is made. */
  public Optional<Path> backupBeforeRebuild() {
    return Optional.ofNullable(settings.backupBeforeRebuild);
  }

  /** Empty: nobody is told. */
  public Optional<Consumer<MigrationProgress>> migrationProgress() {
    return Optional.ofNullable(settings.migrationProgress);
  }

  /** Collects settings; {@link #build} checks them all. Not for several threads. */
  public static final class Builder {
    private @Nullable Path path;
    private int readers = Math.min(4, Runtime.getRuntime().availableProcessors());
    private boolean readOnly;
    private Durability durability = Durability.FULL;
    private Duration busyTimeout = Duration.ofSeconds(5);
    private Duration lockTimeout = Duration.ofSeconds(10);
    private Duration closeTimeout = Duration.ofSeconds(3);
    private int statementCacheSize = 256;
    private int maxValueBytes = 64 << 20;
    private DriverChoice driver = DriverChoice.AUTO;
    private EngineChoice engine = EngineChoice.SAFE;
    private final List<Plugin> plugins = new ArrayList<>();
    private boolean strictPlugins;
    private StampSource stamps = StampSource.SYSTEM;
    private boolean lazy;
    private ConnectionLimits limits = ConnectionLimits.NONE;
    private @Nullable Duration slowQueryThreshold;
    private OptionalLong scanLimit = OptionalLong.empty();

    private final List<Function<Database, ?>> collections = new ArrayList<>();
    private MigrationMode migration = MigrationMode.AUTOMATIC;
    private @Nullable Path backupBeforeRebuild;
    private @Nullable Consumer<MigrationProgress> migrationProgress;

    private Builder() {}

    private Builder(Builder other) {
      path = other.path;
      readers = other.readers;
      readOnly = other.readOnly;
      durability = other.durability;
      busyTimeout = other.busyTimeout;
      lockTimeout = other.lockTimeout;
      closeTimeout = other.closeTimeout;
      statementCacheSize = other.statementCacheSize;
      maxValueBytes = other.maxValueBytes;
      driver = other.driver;
      engine = other.engine;
      plugins.addAll(other.plugins);
      strictPlugins = other.strictPlugins;
      stamps = other.stamps;
      lazy = other.lazy;
      limits = other.limits;
      slowQueryThreshold = other.slowQueryThreshold;
      scanLimit = other.scanLimit;
      collections.addAll(other.collections);
      migration = other.migration;
      backupBeforeRebuild = other.backupBeforeRebuild;
      migrationProgress = other.migrationProgress;
    }

    /** The file; made when it does not exist, its directory is not. Needed. */
    public Builder path(Path file) {
      path = file;
      return this;
    }

    /**
     * Most connections that read at a time, 1 to 256; 4, or the number of processors when that is
     * less.
     */
    public Builder readers(int count) {
      readers = count;
      return this;
    }

    /** True: the file must exist and nothing is written, not even a table; false by default. */
    public Builder readOnly(boolean only) {
      readOnly = only;
      return this;
    }

    /** {@link Durability#FULL} by default. */
    public Builder durability(Durability wanted) {
      durability = Objects.requireNonNull(wanted);
      return this;
    }

    /** How long the engine waits for locks of other processes, to the millisecond; 5 seconds. */
    public Builder busyTimeout(Duration timeout) {
      busyTimeout = Objects.requireNonNull(timeout);
      return this;
    }

    /** How long a thread waits for the writer or for a reader; 10 seconds. */
    public Builder lockTimeout(Duration timeout) {
      lockTimeout = Objects.requireNonNull(timeout);
      return this;
    }

    /**
     * How long {@link Database#close} waits for work in progress before it interrupts it; 3
     * seconds.
     */
    public Builder closeTimeout(Duration timeout) {
      closeTimeout = Objects.requireNonNull(timeout);
      return this;
    }

    /** Prepared statements each connection keeps, 0 to 10,000; 256. */
    public Builder statementCacheSize(int statements) {
      statementCacheSize = statements;
      return this;
    }

    /** The longest text, BLOB or row in bytes, 1,000 to 1,000,000,000; 64 MiB. */
    public Builder maxValueBytes(int bytes) {
      maxValueBytes = bytes;
      return this;
    }

    /** {@link DriverChoice#AUTO} by default. */
    public Builder driver(DriverChoice choice) {
      driver = Objects.requireNonNull(choice);
      return this;
    }

    /**
     * The SQLite library for {@link DriverChoice#NATIVE}; no other is looked for, and it is used
     * whatever its version, with a warning when that is not safe. A process uses one library: a
     * later database that names another is refused. By default the file that the system property
     * {@code dbrazor.sqlite.library} names, else what the driver finds. JDBC has its own.
     */
    public Builder sqliteLibrary(Path file) {
      engine = new EngineChoice(file.toAbsolutePath(), engine.acceptOlder());
      return this;
    }

    /**
     * True: an engine older than 3.51.3, or without threads or full-text search, is used when it is
     * the first one found, with a warning that says what is wrong with it; older ones can corrupt a
     * file when two connections write and checkpoint at the same instant. False by default.
     */
    public Builder acceptOlderEngine(boolean accept) {
      engine = new EngineChoice(engine.library(), accept);
      return this;
    }

    /**
     * True: the file is opened by the first operation, not by {@link Database#open}; false by
     * default.
     */
    public Builder lazy(boolean later) {
      lazy = later;
      return this;
    }

    /**
     * Statements that take as long, or longer, are reported, see {@link
     * Database#slowQueryThreshold(Duration)}, which changes it; none by default.
     */
    public Builder slowQueryThreshold(Duration threshold) {
      slowQueryThreshold = Objects.requireNonNull(threshold);
      return this;
    }

    /**
     * Statements that would read all of a table with more rows are refused with a {@link
     * FullScanException}, unless they are permitted: a query by {@code allowScan()}, a
     * {@code @Query} by {@code @AllowScan}, anything by {@link Database#allowScans}. Reading the
     * first rows only is no such scan. Found out from the engine's plan when a statement is
     * prepared; the size of a table that is scanned is looked at again now and then. No limit by
     * default.
     */
    public Builder scanLimit(long rows) {
      scanLimit = OptionalLong.of(rows);
      return this;
    }

    /** Registers a plugin behind those named before; it is opened with the database. */
    public Builder plugin(Plugin plugin) {
      plugins.add(Objects.requireNonNull(plugin));
      return this;
    }

    /** What {@code @CreatedAt} and {@code @UpdatedAt} are filled in by; the system's clock. */
    public Builder clock(Clock clock) {
      stamps = new StampSource(Objects.requireNonNull(clock), stamps.ids());
      return this;
    }

    /** Where generated ids come from, asked by several threads; UUIDs of version 7. */
    public Builder ids(Supplier<UUID> ids) {
      stamps = new StampSource(stamps.clock(), Objects.requireNonNull(ids));
      return this;
    }

    /** True: all plugins are treated as {@link Plugin#strict}; false by default. */
    public Builder strictPlugins(boolean strict) {
      strictPlugins = strict;
      return this;
    }

    /** How long connections are kept and held, and by whom; {@link ConnectionLimits#NONE}. */
    public Builder limits(ConnectionLimits wanted) {
      limits = Objects.requireNonNull(wanted);
      return this;
    }

    /**
     * Collections that are seen to when the file is opened, all at once: what has to be made or
     * migrated is one transaction, in this order, and when it fails the file is not opened. Those
     * whose DAO is only made later have a transaction each.
     *
     * @param daos constructors of DAOs, mostly; what they make is not kept, nor may it be used then
     */
    @SafeVarargs
    public final Builder collections(Function<Database, ?>... daos) {
      for (Function<Database, ?> each : daos) {
        collections.add(Objects.requireNonNull(each));
      }
      return this;
    }

    /** {@link MigrationMode#AUTOMATIC} by default. */
    public Builder migration(MigrationMode mode) {
      migration = Objects.requireNonNull(mode);
      return this;
    }

    /**
     * Before a migration that writes a table's rows anew, the database is copied into this folder,
     * which must exist; no copy by default.
     */
    public Builder backupBeforeRebuild(Path folder) {
      backupBeforeRebuild = Objects.requireNonNull(folder);
      return this;
    }

    /**
     * Is told how far the rebuild of a table is, every 100,000 rows, on the thread that migrates;
     * what it throws undoes the migration.
     */
    public Builder migrationProgress(Consumer<MigrationProgress> listener) {
      migrationProgress = Objects.requireNonNull(listener);
      return this;
    }

    /** Throws a {@link ConfigurationException} that lists every problem. */
    public DatabaseConfig build() {
      Path file = path == null ? Path.of("") : path.toAbsolutePath().normalize();
      DatabaseConfig config = new DatabaseConfig(file, new Builder(this));
      ConfigCheck.require(path, config);
      return config;
    }
  }
}
