package dev.dbrazor.schema;

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

/** A temporary database in which the engine itself says what a definition means. */
final class ScratchDatabase {
  private static final int MAX_VALUE_BYTES = 1_000_000;

  private ScratchDatabase() {}

  static Structure structureOf(Driver driver, TableDefinition table) {
    try {
      Path file = Files.createTempFile("dbrazor", ".db");
      try (DriverConnection connection =
          driver.open(new OpenOptions(file, OpenMode.READ_WRITE, Duration.ZERO, MAX_VALUE_BYTES))) {
        return structureOf((sql, deadline) -> connection.prepare(sql), table);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new MigrationException(
          ErrorDetails.of(
                  ErrorCode.MIGRATION,
                  "table " + table.name() + " cannot be compared: no temporary file can be made")
              .withCollection(table.name()),
          e);
    }
  }

  private static Structure structureOf(Session session, TableDefinition table) {
    run(session, "PRAGMA journal_mode = MEMORY");
    run(session, "PRAGMA synchronous = OFF");
    table.statements().forEach(statement -> run(session, statement));
    return Structure.read(session, table.name(), SchemaEntry.of(session, table.name()));
  }

  static void run(Session session, String sql) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.step();
    }
  }
}
