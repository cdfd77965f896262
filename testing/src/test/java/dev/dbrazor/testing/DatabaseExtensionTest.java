package dev.dbrazor.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test sees its own database, and what ran in it. */
@ExtendWith(DatabaseExtension.class)
class DatabaseExtensionTest {
  @RepeatedTest(2)
  void eachTestHasANewDatabase(Database db) {
    db.execute("CREATE TABLE t (x INTEGER)");
    assertEquals(List.of(), db.query("SELECT x FROM t", row -> row.int64(0)));
  }

  @Test
  void statementsAreKeptAndCounted(Database db, Statements statements) {
    db.execute("CREATE TABLE t (x INTEGER)");
    statements.clear();
    db.execute("INSERT INTO t VALUES (?)", 1);
    db.transaction(() -> db.query("SELECT x FROM t", row -> row.int64(0)));
    statements.assertStatements(2);
    assertEquals(List.of("INSERT INTO t VALUES (?)", "SELECT x FROM t"), statements.texts());
    AssertionError wrong = assertThrows(AssertionError.class, () -> statements.assertStatements(1));
    assertTrue(wrong.getMessage().contains("SELECT x FROM t"), wrong.getMessage());
  }
}
