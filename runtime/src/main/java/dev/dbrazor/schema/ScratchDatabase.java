package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MigrationException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A temporary database in which the engine itself says what a definition means. */
final class ScratchDatabase {
  private static final int MAX_VALUE_BYTES = 1_000_000;

  private ScratchDatabase() {}

  /** The structure of a table that was just made. */
  static Structure structureOf(Driver driver, TableDefinition table) {
    return with(driver, table.name(), session -> made(session, table));
  }

  /** The structure that a table has after these statements; empty when the engine refuses one. */
  static Optional<Structure> structureAfter(
      Driver driver, String table, List<String> made, List<String> changes) {
    return with(
        driver,
        table,
        session -> {
          try {
            made.forEach(sql -> run(session, sql));
            changes.forEach(sql -> run(session, sql));
            return Optional.of(Structure.of(session, table));
          } catch (DbRazorException refused) {
            return Optional.empty();
          }
        });
  }

  private static Structure made(Session session, TableDefinition table) {
    table.statements().forEach(statement -> run(session, statement));
    return Structure.of(session, table.name());
  }

  /** Does something in a new database, which is gone afterwards. */
  static <T> T with(Driver driver, String table, Function<Session, T> work) {
    try {
      Path file = Files.createTempFile("dbrazor", ".db");
      try (DriverConnection connection =
          driver.open(new OpenOptions(file, OpenMode.READ_WRITE, Duration.ZERO, MAX_VALUE_BYTES))) {
        Session session = (sql, deadline) -> connection.prepare(sql);
        run(session, "PRAGMA journal_mode = MEMORY");
        run(session, "PRAGMA synchronous = OFF");
        return work.apply(session);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new MigrationException(
          ErrorDetails.of(
                  ErrorCode.MIGRATION,
                  "table " + table + " cannot be compared: no temporary file can be made")
              .withCollection(table),
          e);
    }
  }

  static void run(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
    }
  }
}
