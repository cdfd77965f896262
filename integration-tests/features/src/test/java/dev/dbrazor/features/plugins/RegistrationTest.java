package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.MigrationException;
import dev.dbrazor.PluginException;
import dev.dbrazor.TransactionState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which plugins there are, and when they open and close. */
class RegistrationTest {
  private final Recorder first = new Recorder("first");

  @Test
  void pluginsAreListedInOrderAndFoundByName() {
    try (Database db = Database.inMemory()) {
      db.use(first);
      db.use(new Recorder("second"));
      assertEquals(List.of("first", "second"), db.plugins());
      assertSame(first, db.plugin("first").orElseThrow());
      assertEquals(Optional.empty(), db.plugin("third"));
      db.unuse("third");
      db.unuse("first");
      assertEquals(List.of("second"), db.plugins());
      assertEquals(List.of("open", "close"), first.taken());
      new ItemDao(db).count();
      assertEquals(List.of(), first.taken());
    }
  }

  @Test
  void oneNameIsForOnePlugin() {
    try (Database db = Database.inMemory()) {
      db.use(first);
      Recorder twin = new Recorder("first");
      assertThrows(PluginException.class, () -> db.use(twin));
      assertEquals(List.of(), twin.taken());
      assertThrows(PluginException.class, () -> db.use(new Recorder(" ")));
      assertEquals(List.of("first"), db.plugins());
    }
  }

  @Test
  void hooksAreCalledInOrderAndEachSeesWhatTheOneBeforeReturned() {
    List<String> order = new ArrayList<>();
    try (Database db = Database.inMemory()) {
      ItemDao items = new ItemDao(db);
      for (String name : List.of("x", "y", "z")) {
        db.use(
            new Recorder(name) {
              @Override
              public Record beforeInsert(String collection, Record record) {
                order.add(name);
                return ((Item) record).withName(((Item) record).name() + name);
              }
            });
      }
      Item stored = items.insert(Item.of("a"));
      assertEquals("axyz", stored.name());
      assertEquals(List.of("x", "y", "z"), order);
      assertEquals(Optional.of(stored), items.findById(stored.id()));
    }
  }

  @Test
  void pluginsOfTheConfigurationAreOpenBeforeTheFirstOperation(@TempDir Path directory) {
    DatabaseConfig config =
        DatabaseConfig.builder().path(directory.resolve("a.db")).plugin(first).build();
    try (Database db = Database.open(config)) {
      assertEquals(List.of("open"), first.taken());
      new ItemDao(db);
      new ItemDao(db);
      assertEquals(List.of("collection gadgets"), first.taken());
    }
    assertEquals(List.of("close"), first.taken());
  }

  @Test
  void aPluginThatCannotOpenFailsOpeningAndLeavesNothingOpen(@TempDir Path directory) {
    Path file = directory.resolve("a.db");
    Recorder failing =
        new Recorder("failing") {
          @Override
          public void onOpen(Database db) {
            throw new IllegalStateException("no disk");
          }
        };
    DatabaseConfig config =
        DatabaseConfig.builder().path(file).plugin(first).plugin(failing).build();
    PluginException error = assertThrows(PluginException.class, () -> Database.open(config));
    assertEquals("no disk", error.getCause().getMessage());
    assertEquals(List.of("open", "close"), first.taken());
    try (Database db = Database.open(DatabaseConfig.builder().path(file).readers(2).build())) {
      assertThrows(PluginException.class, () -> db.use(failing));
      assertEquals(List.of(), db.plugins());
    }
  }

  @Test
  void aClosedDatabaseTakesNoPlugin() {
    Database db = Database.inMemory();
    db.close();
    assertThrows(DatabaseClosedException.class, () -> db.use(first));
    assertTrue(db.plugins().isEmpty());
  }

  @Test
  void droppingACollectionIsTold(@TempDir Path directory) {
    Path file = directory.resolve("a.db");
    try (Database db = Database.open(file)) {
      new ItemDao(db).insert(Item.of("a"));
    }
    try (Database db = Database.open(file)) {
      db.use(first);
      db.migrations().drop("gadgets");
      assertThrows(MigrationException.class, () -> db.migrations().drop("gadgets"));
      db.migrations().restore("gadgets");
      db.migrations().drop("gadgets");
      db.migrations().purge("gadgets");
      new ItemDao(db);
      assertEquals(
          List.of(
              "open",
              "drop gadgets",
              "drop gadgets",
              "drop gadgets for good",
              "collection gadgets"),
          first.taken());
    }
  }

  @Test
  void aStrictPluginThatFailsAfterADropSaysThatItIsDone(@TempDir Path directory) {
    Path file = directory.resolve("a.db");
    try (Database db = Database.open(file)) {
      new ItemDao(db).insert(Item.of("a"));
    }
    try (Database db = Database.open(file)) {
      db.use(
          new Recorder("strict") {
            @Override
            public boolean strict() {
              return true;
            }

            @Override
            public void onDrop(String collection, boolean forGood) {
              throw new IllegalStateException("I needed that");
            }
          });
      db.use(first);
      first.taken();
      PluginException error =
          assertThrows(PluginException.class, () -> db.migrations().drop("gadgets"));
      assertEquals(TransactionState.COMMITTED, error.transactionState());
      assertEquals(List.of("gadgets"), db.migrations().dropped());
      assertEquals(List.of("error PluginException", "drop gadgets"), first.taken());
    }
  }
}
