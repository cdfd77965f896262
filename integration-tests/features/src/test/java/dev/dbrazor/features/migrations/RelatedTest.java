package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.MigrationException;
import dev.dbrazor.MigrationMode;
import dev.dbrazor.MigrationStatus;
import dev.dbrazor.testing.MigrationTester;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Collections that refer to each other, one of them by composite ids, migrate together or not. */
class RelatedTest {
  private static final List<String> RECORDS = List.of("Customer", "Order", "Line");
  private static final String FIRST =
      """
      @Collection("customers")
      public record Customer(@Id long id, String name) {}
      @Collection("orders")
      record Order(
          @Id long id,
          @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) long customer,
          String item) {}
      @Collection("lines")
      record Line(
          @Id @References(value = Order.class, onDelete = ForeignKeyAction.CASCADE) long orderId,
          @Id int number,
          @Nullable String text) {}
      """;

  /** All three tables are made anew. */
  private static final String SECOND =
      """
      @Collection(value = "customers", version = 2)
      public record Customer(@Id long id, @Unique String name) {}
      @Collection(value = "orders", version = 2)
      record Order(
          @Id long id,
          @References(value = Customer.class, onDelete = ForeignKeyAction.CASCADE) long customer,
          @RenamedFrom("item") @Check("length(article) > 1") String article) {%s}
      @Collection(value = "lines", version = 2)
      record Line(
          @Id @References(value = Order.class, onDelete = ForeignKeyAction.CASCADE) long orderId,
          @Id int number,
          @Backfill("'line ' || number") String text) {}
      """;

  private static final String FAILS =
      """
        @Upgrade(to = 2)
        static void fails(UpgradeSql sql) { throw new IllegalStateException("on purpose"); }
      """;
  private static final String MIGRATED =
      """
      Customer[id=1, name=Ada]
      Customer[id=2, name=Bob]
      Line[orderId=10, number=1, text=line 1]
      Line[orderId=10, number=2, text=sugar]
      Order[id=10, customer=1, article=tea]
      Order[id=11, customer=2, article=pot]\
      """;

  @TempDir Path work;
  private Path file;

  @BeforeEach
  void fill() throws IOException {
    file = work.resolve("shop.db");
    Program.of(work, FIRST, RECORDS).run(file);
    try (Database db = Database.open(file)) {
      db.execute("INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bob')");
      db.execute("INSERT INTO orders VALUES (10, 1, 'tea'), (11, 2, 'pot')");
      db.execute(
          "INSERT INTO lines (order_id, number, text) VALUES (10, 1, NULL), (10, 2, 'sugar')");
    }
  }

  private DatabaseConfig.Builder config() {
    return DatabaseConfig.builder().path(file);
  }

  private Database openTogether(Program program) {
    return Database.open(config().collections(program::open).build());
  }

  private List<String> versions() {
    try (Database db = Database.open(file)) {
      return db.query(
          "SELECT collection || ' ' || version FROM dbrazor_schema ORDER BY collection",
          row -> row.text(0));
    }
  }

  private void requireFirst() throws IOException {
    assertEquals(List.of("customers 1", "lines 1", "orders 1"), versions());
    assertTrue(
        Program.of(work, FIRST, RECORDS).run(file).contains("Order[id=11, customer=2, item=pot]"));
  }

  @Test
  void theyAreMigratedWhenTheFileIsOpenedAndNothingCascades() throws IOException {
    Program second = Program.of(work, SECOND.formatted(""), RECORDS);
    try (Database db = openTogether(second)) {
      assertEquals(
          List.of("customers", "lines", "orders"),
          db.collections().stream().map(c -> c.name()).toList());
      assertEquals(
          List.of(2, 2, 2), db.query("SELECT version FROM dbrazor_schema", row -> row.int32(0)));
      assertEquals(MIGRATED, second.run(db));
      assertEquals(List.of(), db.verify());
      db.execute("DELETE FROM customers WHERE id = 1");
      assertEquals(
          "Customer[id=2, name=Bob]\nOrder[id=11, customer=2, article=pot]", second.run(db));
    }
  }

  @Test
  void theyBecomeTheSameOneByOne() throws IOException {
    assertEquals(MIGRATED, Program.of(work, SECOND.formatted(""), RECORDS).run(file));
  }

  @Test
  void anUpgradeThatFailsWhenTheFileIsOpenedLeavesAllOthersUnmigrated() throws IOException {
    Program broken = Program.of(work, SECOND.formatted(FAILS), RECORDS);
    MigrationException error = assertThrows(MigrationException.class, () -> openTogether(broken));
    assertTrue(
        error
            .getMessage()
            .startsWith(
                "Collection 'orders' in "
                    + file
                    + " cannot be brought from version 1 to version 2: Order.fails failed: "
                    + "java.lang.IllegalStateException: on purpose. Nothing was changed;"),
        error.getMessage());
    requireFirst();
  }

  @Test
  void anUpgradeThatFailsWhenAskedForLeavesAllOthersUnmigrated() throws IOException {
    Program broken = Program.of(work, SECOND.formatted(FAILS), RECORDS);
    try (Database db = Database.open(config().migration(MigrationMode.MANUAL).build())) {
      broken.open(db);
      assertThrows(MigrationException.class, () -> db.migrations().apply());
      assertEquals(
          3, db.migrations().status().stream().filter(MigrationStatus::pending).count(), "wait on");
    }
    requireFirst();
  }

  @Test
  void whatIsAskedForIsOneTransaction() throws IOException {
    Program second = Program.of(work, SECOND.formatted(""), RECORDS);
    try (Database db = Database.open(config().migration(MigrationMode.MANUAL).build())) {
      second.open(db);
      db.migrations().apply();
      assertEquals(MIGRATED, second.run(db));
    }
  }

  @Test
  void newTablesAreMadeInTheSameTransaction() throws IOException {
    Path other = work.resolve("other.db");
    String seeded =
        FIRST.replace(
            "String item) {}",
            "String item) { @Seed static List<Order> first() { throw new IllegalStateException(); } }");
    Program broken = Program.of(work, seeded, RECORDS);
    assertThrows(
        IllegalStateException.class,
        () ->
            Database.open(DatabaseConfig.builder().path(other).collections(broken::open).build()));
    try (Database db = Database.open(other)) {
      assertEquals(List.of(0), db.query("SELECT count(*) FROM sqlite_schema", row -> row.int32(0)));
    }
  }

  @Test
  void idsAndWhatRefersToThemMayChangeTogether() throws IOException {
    String moved =
        SECOND
            .replace("public record Customer(@Id long id", "public record Customer(@Id String id")
            .replace("@Id String id", "@Id @Backfill(\"'c' || id\") String id")
            .replace(
                "CASCADE) long customer",
                "CASCADE) @Backfill(\"'c' || customer\") String customer");
    Program second = Program.of(work, moved.formatted(""), RECORDS);
    try (Database db = openTogether(second)) {
      assertTrue(second.run(db).contains("Order[id=11, customer=c2, article=pot]"), second.run(db));
      assertEquals(List.of(), db.verify());
    }
  }

  @Test
  void sqlOfAnUpgradeThatLeavesADanglingReferenceUndoesAll() throws IOException {
    String dangling =
        """
          @Upgrade(to = 2)
          static void more(UpgradeSql sql) { sql.execute("UPDATE lines SET order_id = 99"); }
        """;
    Program second =
        Program.of(
            work,
            SECOND
                .replace(
                    "@RenamedFrom(\"item\") @Check(\"length(article) > 1\") String article",
                    "String item")
                .formatted(dangling),
            RECORDS);
    MigrationException error = assertThrows(MigrationException.class, () -> openTogether(second));
    assertTrue(
        error.getMessage().contains(" of lines would refer to a row of orders"),
        error.getMessage());
    requireFirst();
  }

  @Test
  void anUpgradeFindsTheCollectionsBeforeItInTheirNewForm() throws IOException {
    String marks =
        """
          @Upgrade(to = 2)
          static void mark(UpgradeSql sql) {
            sql.execute("UPDATE customers SET nick = 'buyer' WHERE id IN (SELECT customer FROM orders)");
          }
        """;
    Program second =
        Program.of(
            work,
            SECOND
                .formatted(marks)
                .replace("@Unique String name", "@Unique String name, @Nullable String nick"),
            RECORDS);
    Path backups = Files.createDirectories(work.resolve("backups"));
    try (Database db =
        Database.open(
            config().migration(MigrationMode.MANUAL).backupBeforeRebuild(backups).build())) {
      second.open(db);
      assertEquals(3, db.migrations().plan().size());
      db.migrations().apply();
      assertTrue(second.run(db).startsWith("Customer[id=1, name=Ada, nick=buyer]"), second.run(db));
    }
  }

  @Test
  void oneBackupIsMadeForAll() throws IOException {
    Path backups = Files.createDirectories(work.resolve("backups"));
    Program second = Program.of(work, SECOND.formatted(""), RECORDS);
    Database.open(config().backupBeforeRebuild(backups).collections(second::open).build()).close();
    try (var files = Files.list(backups)) {
      Path only = files.toList().get(0);
      assertTrue(Program.of(work, FIRST, RECORDS).run(only).contains("item=pot"));
    }
  }

  @Test
  void theTesterProvidesWhatIsReferredTo() throws IOException {
    Program second = Program.of(work, SECOND.formatted(""), RECORDS);
    assertEquals(3, MigrationTester.of(second::open).rows(10).verify());
    Program alone = Program.of(work, SECOND.formatted(""), List.of("Order"));
    assertEquals(1, MigrationTester.of(alone::open).rows(10).verify(), "customers are made up");
  }
}
