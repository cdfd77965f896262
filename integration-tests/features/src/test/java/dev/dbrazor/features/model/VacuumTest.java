package dev.dbrazor.features.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Row keys that other structures point to survive the engine's own housekeeping. */
class VacuumTest {
  @Test
  void vacuumRenumbersNoRow(@TempDir Path directory) throws SQLException {
    Path file = directory.resolve("v.db");
    try (Database db = Database.open(file)) {
      AuthorDao authors = new AuthorDao(db);
      authors.insertAll(List.of(Author.of("a"), Author.of("b"), Author.of("c")));
      authors.where(Author_.name.eq("a")).delete();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
    }
    try (Database db = Database.open(file)) {
      assertEquals(
          List.of(2L, 3L), db.query("SELECT _row FROM authors ORDER BY 1", row -> row.int64(0)));
    }
  }
}
