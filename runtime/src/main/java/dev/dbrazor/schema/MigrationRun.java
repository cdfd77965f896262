package dev.dbrazor.schema;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.MigrationEvent;
import dev.dbrazor.MigrationException;
import dev.dbrazor.MigrationProgress;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Session;
import java.io.Serial;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs migrations: those asked for together in one transaction that no other process can write
 * beside; what fails leaves the file as it was.
 */
public final class MigrationRun {
  private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(10);

  private final PooledSessions sessions;
  private final Driver driver;
  private final Settings settings;
  private final UpgradeStatements statements;

  /**
   * What the configuration says.
   *
   * @param file for messages and names of backups
   * @param backups folder of the copies made before a table is rebuilt; null for none
   * @param progress takes how far a rebuild is; null for nobody
   * @param ended is told of each migration
   */
  public record Settings(
      Path file,
      boolean automatic,
      @Nullable Path backups,
      @Nullable Consumer<MigrationProgress> progress,
      Consumer<MigrationEvent> ended) {}

  public MigrationRun(
      PooledSessions sessions, Driver driver, Settings settings, UpgradeStatements statements) {
    this.sessions = sessions;
    this.driver = driver;
    this.settings = settings;
    this.statements = statements;
  }

  boolean isAutomatic() {
    return settings.automatic();
  }

  Path file() {
    return settings.file();
  }

  /** What would be run for each collection, found out on an empty copy of the schema. */
  List<MigrationScript> scripts(List<Blueprint> blueprints) {
    return blueprints.isEmpty()
        ? List.of()
        : sessions.read(session -> MigrationScript.of(session, driver, blueprints, statements));
  }

  /**
   * Makes what is absent and brings what is in an earlier version to the program's: all of it in
   * one transaction, or nothing.
   */
  void run(List<Blueprint> blueprints) {
    long start = System.nanoTime();
    List<Blueprint> migrated = new ArrayList<>();
    try {
      run(blueprints, migrated);
    } catch (DbRazorException e) {
      blueprints.stream()
          .filter(each -> e.collection().orElse(each.name()).equals(each.name()))
          .findFirst()
          .ifPresent(each -> ended(each, start, e));
      throw e;
    }
    migrated.forEach(each -> ended(each, start, null));
  }

  private void ended(Blueprint blueprint, long start, @Nullable DbRazorException error) {
    settings
        .ended()
        .accept(
            new MigrationEvent(
                blueprint.name(),
                blueprint.table().version(),
                Duration.ofNanos(System.nanoTime() - start),
                Optional.ofNullable(error)));
  }

  /**
   * @param migrated takes those that were in an earlier version
   */
  private void run(List<Blueprint> blueprints, List<Blueprint> migrated) {
    try {
      backUp(blueprints);
      exclusively(session -> steps(session, blueprints, migrated));
    } catch (StepFailure e) {
      throw failed(e.blueprint, e.reason);
    } catch (LockTimeoutException | DatabaseClosedException | OperationInterruptedException e) {
      throw e;
    } catch (MigrationFailure | DbRazorException e) {
      throw failed(blueprints.get(0), e);
    }
  }

  /** What went wrong with one of the collections. */
  private static final class StepFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    private final transient Blueprint blueprint;
    private final transient RuntimeException reason;

    StepFailure(Blueprint blueprint, RuntimeException reason) {
      super(reason);
      this.blueprint = blueprint;
      this.reason = reason;
    }
  }

  private void backUp(List<Blueprint> blueprints) {
    Path backups = settings.backups();
    if (backups != null) {
      List<MigrationScript> scripts = scripts(blueprints);
      IntStream.range(0, scripts.size())
          .filter(each -> scripts.get(each).rebuilds())
          .mapToObj(blueprints::get)
          .findFirst()
          .ifPresent(first -> sessions.maintenance().backupTo(backup(backups, first)));
    }
  }

  /** Waits longer than others for another process, which may be doing the same. */
  private void exclusively(Consumer<Session> work) {
    long start = System.nanoTime();
    while (true) {
      try {
        sessions.rebuilding(
            session -> {
              work.accept(session);
              return session;
            });
        return;
      } catch (LockTimeoutException e) {
        if (System.nanoTime() - start > LONGEST_WAIT) {
          throw e;
        }
      }
    }
  }

  private void steps(Session session, List<Blueprint> blueprints, List<Blueprint> migrated) {
    migrated.clear(); // of an earlier attempt
    References references = new References();
    for (Blueprint blueprint : blueprints) {
      try {
        if (step(session, blueprint, references)) {
          migrated.add(blueprint);
        }
      } catch (LockTimeoutException | DatabaseClosedException | OperationInterruptedException e) {
        throw e;
      } catch (MigrationFailure | DbRazorException e) {
        throw new StepFailure(blueprint, e);
      }
    }
    references.check(session);
  }

  /** Whether it was in an earlier version. */
  private boolean step(Session session, Blueprint blueprint, References references) {
    long before = SchemaTable.cookie(session);
    Situation situation = Situation.of(session, driver, blueprint);
    if (situation.kind() == Situation.Kind.ABSENT) {
      Tables.create(session, blueprint);
      references.of(blueprint.name());
    } else if (situation.kind() == Situation.Kind.OUTDATED) {
      Migration migration = new Migration(session, driver, blueprint, statements);
      if (migration.run(situation, progress(session, blueprint))) {
        references.of(blueprint.name());
      }
      if (migration.ranSql()) {
        references.ofAll();
      }
      Tables.note(session, blueprint.table(), before);
      return true;
    }
    return false;
  }

  private LongConsumer progress(Session session, Blueprint blueprint) {
    Consumer<MigrationProgress> listener = settings.progress();
    if (listener == null) {
      return done -> {};
    }
    String name = blueprint.name();
    long all = Sql.number(session, "SELECT count(*) FROM " + Sql.quoted(name));
    return done ->
        listener.accept(new MigrationProgress(name, blueprint.table().version(), done, all));
  }

  private Path backup(Path folder, Blueprint blueprint) {
    String name = String.valueOf(settings.file().getFileName());
    String moment = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").format(LocalDateTime.now());
    return folder.resolve(
        name + ".before-" + blueprint.name() + "-" + blueprint.table().version() + "." + moment);
  }

  private MigrationException failed(Blueprint blueprint, RuntimeException reason) {
    Throwable cause = reason instanceof MigrationFailure ? reason.getCause() : reason;
    SchemaVersion from = situationNow(blueprint);
    String message =
        "Collection '%s' in %s cannot be brought%s to version %d: %s. Nothing was changed; put right what it names and open the database again, or go on with the program of the version before"
            .formatted(
                blueprint.name(),
                settings.file(),
                from == null ? "" : " from version " + from.table().version(),
                blueprint.table().version(),
                reason.getMessage());
    ErrorDetails details = ErrorDetails.of(ErrorCode.MIGRATION, message);
    if (cause instanceof DbRazorException error) {
      details = error.details().withMessage(message).withCode(ErrorCode.MIGRATION);
    }
    return new MigrationException(details.withCollection(blueprint.name()), cause);
  }

  private @Nullable SchemaVersion situationNow(Blueprint blueprint) {
    try {
      return sessions.read(session -> Situation.of(session, driver, blueprint)).from();
    } catch (DbRazorException unknown) {
      return null;
    }
  }
}
