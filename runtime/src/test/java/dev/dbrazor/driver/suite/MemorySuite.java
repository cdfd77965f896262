package dev.dbrazor.driver.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Memory outside the heap stays what it is, however many operations there are: a hundred thousand,
 * or what the system property {@code memory.operations} says.
 */
@EnabledOnOs(OS.LINUX)
public abstract class MemorySuite {
  private static final int WARM_UP = 20_000;
  private static final int OPERATIONS = Integer.getInteger("memory.operations", 100_000);

  private static final int ROUNDS = 3;

  @TempDir Path directory;

  protected abstract Driver driver();

  /** In bytes. */
  protected abstract long allocated();

  /** How far {@link #allocated} moves on its own, in bytes. */
  protected abstract long mostGrowth();

  /** What leaks does so each time; what only moved does not. */
  @Test
  void memoryDoesNotGrowWithOperations() {
    run(WARM_UP);
    long growth = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && growth >= mostGrowth(); round++) {
      long before = allocated();
      run(OPERATIONS);
      growth = allocated() - before;
    }
    assertTrue(growth < mostGrowth(), growth + " bytes more after " + OPERATIONS + " operations");
  }

  private void run(int operations) {
    for (int i = 0; i < operations; i += 1000) {
      try (DriverConnection connection =
          driver()
              .open(
                  new OpenOptions(
                      directory.resolve("a.db"), OpenMode.CREATE, Duration.ZERO, 1_000_000))) {
        thousand(connection, i);
      }
    }
  }

  /** New texts, values of some size, and an error each time. */
  private static void thousand(DriverConnection connection, int first) {
    run(connection, "CREATE TEMP TABLE t (x TEXT UNIQUE, y BLOB)");
    run(connection, "INSERT INTO t VALUES ('" + "x".repeat(2000) + "', NULL)");
    for (int i = first; i < first + 1000; i++) {
      try (DriverStatement row = connection.prepare("SELECT ?1, ?2, " + i);
          DriverStatement copy = connection.prepare("INSERT INTO t SELECT x, NULL FROM t")) {
        row.bindText(1, "x".repeat(2000));
        row.bindBlob(2, new byte[2000]);
        assertTrue(row.step());
        assertEquals(2000, row.text(0).length());
        assertEquals(2000, row.blob(1).length);
        assertThrows(UniqueConstraintException.class, copy::step);
      }
    }
  }

  private static void run(DriverConnection connection, String sql) {
    try (DriverStatement statement = connection.prepare(sql)) {
      statement.step();
    }
  }
}
