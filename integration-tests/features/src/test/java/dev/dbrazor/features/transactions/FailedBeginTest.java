package dev.dbrazor.features.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DriverChoice;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.TransactionState;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A transaction that could not begin leaves nothing behind. */
class FailedBeginTest {
  @Test
  void aFailedBeginLeavesNoGhost(@TempDir Path directory) throws SQLException {
    Path file = directory.resolve("busy.db");
    DatabaseConfig impatient = // on JDBC: locks of one process only hold within one engine
        DatabaseConfig.builder()
            .path(file)
            .busyTimeout(Duration.ofMillis(20))
            .driver(DriverChoice.JDBC)
            .build();
    try (Database db = Database.open(impatient)) {
      AccountDao accounts = new AccountDao(db);
      List<String> ran = new ArrayList<>();
      try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
          Statement statement = other.createStatement()) {
        statement.execute("BEGIN IMMEDIATE");
        LockTimeoutException error =
            assertThrows(LockTimeoutException.class, () -> db.transaction(() -> ran.add("never")));
        assertEquals(TransactionState.NONE, error.transactionState());
        assertThrows(LockTimeoutException.class, () -> accounts.insert(new Account("a", 1)));
        assertEquals(0, accounts.count());
        statement.execute("COMMIT");
      }
      db.afterCommit(() -> ran.add("at once"));
      assertEquals(List.of("at once"), ran);
      accounts.insert(new Account("b", 1));
      assertEquals(1, db.transaction(accounts::count));
    }
  }
}
