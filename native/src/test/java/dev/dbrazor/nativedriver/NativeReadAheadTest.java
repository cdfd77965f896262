package dev.dbrazor.nativedriver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import dev.dbrazor.driver.suite.ReadAheadSuite;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite on NATIVE, and that rows are fetched ahead at all. */
@NeedsEngine
class NativeReadAheadTest extends ReadAheadSuite {
  @TempDir Path folder;

  @Override
  protected Driver driver() {
    return new NativeDriver(EngineChoice.SAFE);
  }

  @Test
  void rowsAreFetchedBeforeTheyAreAskedFor() {
    assertEquals(3, rowsBesideADelete(true));
    assertEquals(1, rowsBesideADelete(false));
  }

  private int rowsBesideADelete(boolean ahead) {
    OpenOptions options =
        new OpenOptions(
            folder.resolve(ahead + ".db"), OpenMode.CREATE, Duration.ofMillis(20), 1_000_000);
    try (DriverConnection connection = driver().open(options)) {
      run(connection, "CREATE TABLE t (i INTEGER PRIMARY KEY)");
      run(connection, "INSERT INTO t VALUES (1), (2), (3)");
      try (DriverStatement rows = connection.prepare("SELECT i FROM t")) {
        if (ahead) {
          rows.readAhead();
        }
        assertTrue(rows.step());
        run(connection, "DELETE FROM t");
        int count = 1;
        while (rows.step()) {
          count++;
        }
        return count;
      }
    }
  }

  private static void run(DriverConnection connection, String sql) {
    try (DriverStatement statement = connection.prepare(sql)) {
      assertFalse(statement.step());
    }
  }
}
