package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.StatementEvent;
import dev.dbrazor.TransactionEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What listeners are told. */
@Timeout(60)
class TelemetryTest {
  @TempDir Path directory;

  /** Keeps what it is told. */
  private static final class Listener implements DatabaseListener {
    final List<StatementEvent> statements = new ArrayList<>();
    final List<TransactionEvent> transactions = new ArrayList<>();
    int checkpoints;

    @Override
    public void statement(StatementEvent event) {
      statements.add(event);
    }

    @Override
    public void transaction(TransactionEvent event) {
      transactions.add(event);
    }

    @Override
    public void checkpoint(Duration elapsed) {
      checkpoints++;
    }
  }

  @Test
  void attributesHaveTheStableNamesOfOpenTelemetry() {
    Listener listener = new Listener();
    try (Database db = Database.open(directory.resolve("shop.db"))) {
      ItemDao items = new ItemDao(db);
      items.insert(Item.of("a"));
      db.addListener(listener);
      items.findByName("a");
      assertThrows(RuntimeException.class, () -> items.insert(Item.of("a")));
      db.removeListener(listener);
      items.count();
    }
    assertEquals(2, listener.statements.size());
    StatementEvent read = listener.statements.get(0);
    assertEquals("sqlite", read.attributes().get("db.system.name"));
    assertEquals("shop.db", read.attributes().get("db.namespace"));
    assertEquals("SELECT", read.attributes().get("db.operation.name"));
    assertEquals("gadgets", read.attributes().get("db.collection.name"));
    assertEquals(read.sql(), read.attributes().get("db.query.text"));
    assertEquals("SELECT gadgets", read.attributes().get("db.query.summary"));
    assertEquals(1L, read.attributes().get("db.response.returned_rows"));
    assertFalse(read.attributes().containsKey("error.type"));
    assertEquals(
        "dev.dbrazor.UniqueConstraintException",
        listener.statements.get(1).attributes().get("error.type"));
  }

  @Test
  void summariesNameTheOperationAndTheFirstTable() {
    Listener listener = new Listener();
    try (Database db = Database.inMemory()) {
      ItemDao items = new ItemDao(db);
      db.addListener(listener);
      items.insertAll(List.of(Item.of("a"), Item.of("b")));
      items.updateAll(items.query().toList());
      items.where(Item_.name.eq("b")).delete();
      db.query("WITH x AS (SELECT 1) SELECT * FROM (SELECT * FROM \"gadgets\"), x", row -> 1);
      db.query("SELECT 'FROM nothing'", row -> 1);
    }
    assertEquals(
        List.of(
            "SELECT gadgets",
            "INSERT gadgets",
            "SELECT gadgets",
            "UPDATE gadgets",
            "DELETE gadgets",
            "SELECT gadgets",
            "SELECT"),
        listener.statements.stream().map(StatementEvent::summary).toList());
  }

  @Test
  void theCompilerKnowsTheSummariesOfOwnSql() {
    Listener listener = new Listener();
    try (Database db = Database.inMemory()) {
      ItemReports reports = new ItemReportsImpl(db);
      db.addListener(listener);
      reports.names();
      reports.streamed().close();
      reports.fill(1);
      reports.remove("a");
      reports.above(
          1); // from a table of its own; what was looked up in the text would be "counted"
    }
    assertEquals(
        List.of(
            "SELECT gadgets",
            "SELECT gadgets",
            "UPDATE gadgets",
            "DELETE gadgets",
            "SELECT gadgets"),
        listener.statements.stream().map(StatementEvent::summary).toList());
  }

  @Test
  void transactionsAndCheckpointsAreTold() {
    Listener listener = new Listener();
    try (Database db = Database.open(directory.resolve("shop.db"))) {
      ItemDao items = new ItemDao(db);
      db.addListener(listener);
      db.transaction(() -> db.transaction(() -> items.count()));
      assertThrows(
          IllegalStateException.class,
          () ->
              db.transaction(
                  () -> {
                    throw new IllegalStateException();
                  }));
      db.checkpoint();
    }
    assertEquals(2, listener.transactions.size());
    assertTrue(listener.transactions.get(0).error().isEmpty());
    assertTrue(listener.transactions.get(1).error().isPresent());
    assertEquals(1, listener.checkpoints);
  }

  @Test
  void aListenerThatThrowsOrRemovesItselfKeepsNothingFromOthers() {
    Listener listener = new Listener();
    try (Database db = Database.inMemory()) {
      ItemDao items = new ItemDao(db);
      db.addListener(
          new DatabaseListener() {
            @Override
            public void statement(StatementEvent event) {
              db.removeListener(this);
              throw new AssertionError("told once");
            }
          });
      db.addListener(listener);
      items.insert(Item.of("a"));
      items.insert(Item.of("b"));
      assertEquals(2, items.count());
    }
    assertEquals(3, listener.statements.size());
  }
}
