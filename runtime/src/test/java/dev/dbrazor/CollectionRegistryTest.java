package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.Statements;
import dev.dbrazor.mapping.TableDefinition;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link Database#register}. */
class CollectionRegistryTest {
  @TempDir Path directory;

  private record Note(long id) {}

  /** A mapping with a table and nothing else. */
  private static class NoteMapping implements Mapping<Note, Long> {
    private final String name;

    NoteMapping(String name) {
      this.name = name;
    }

    @Override
    public String collection() {
      return name;
    }

    @Override
    public TableDefinition table() {
      return new TableDefinition(
          name, 3, List.of("CREATE TABLE \"" + name + "\" (\"id\" INTEGER PRIMARY KEY) STRICT"));
    }

    private static UnsupportedOperationException unused() {
      return new UnsupportedOperationException("registering needs the table only");
    }

    @Override
    public Statements statements() {
      throw unused();
    }

    @Override
    public List<String> columns() {
      throw unused();
    }

    @Override
    public List<String> components() {
      throw unused();
    }

    @Override
    public boolean insertReturns() {
      throw unused();
    }

    @Override
    public boolean updateReturns() {
      throw unused();
    }

    @Override
    public Long id(Note record) {
      throw unused();
    }

    @Override
    public long version(Note record) {
      throw unused();
    }

    @Override
    public boolean needsKey(Note record) {
      throw unused();
    }

    @Override
    public Note inserted(Note record, Stamp stamp) {
      throw unused();
    }

    @Override
    public Note updated(Note record, Stamp stamp) {
      throw unused();
    }

    @Override
    public void bindRow(Note record, Binder to) {
      throw unused();
    }

    @Override
    public void bindUpdate(Note updated, Binder to) {
      throw unused();
    }

    @Override
    public void bindId(Long id, Binder to) {
      throw unused();
    }

    @Override
    public Object listItem(Long id) {
      throw unused();
    }

    @Override
    public Note read(ResultRow row) {
      throw unused();
    }
  }

  /** Another record that claims the same name. */
  private static final class OtherMapping extends NoteMapping {
    OtherMapping(String name) {
      super(name);
    }
  }

  @Test
  void registeringMakesTheTableOnce() {
    try (Database db = Database.inMemory()) {
      db.register(new NoteMapping("note"));
      db.execute("INSERT INTO note VALUES (1)");
      db.register(new NoteMapping("note"));
      assertEquals(List.of(new CollectionInfo("note", 3)), db.collections());
      assertEquals("note", db.collection("NOTE").name());
    }
  }

  @Test
  void registeringAgainCostsNothingEvenInATransaction() {
    try (Database db = Database.inMemory()) {
      db.register(new NoteMapping("note"));
      long before = db.query("PRAGMA schema_version", row -> row.int64(0)).get(0);
      db.transaction(() -> db.register(new NoteMapping("note")));
      assertEquals(before, db.query("PRAGMA schema_version", row -> row.int64(0)).get(0));
    }
  }

  @Test
  void oneNameForTwoRecordsIsRefusedInAnyCase() {
    try (Database db = Database.inMemory()) {
      db.register(new NoteMapping("note"));
      CollectionException e =
          assertThrows(CollectionException.class, () -> db.register(new OtherMapping("Note")));
      assertTrue(e.getMessage().contains(NoteMapping.class.getName()), e.getMessage());
      assertTrue(e.getMessage().contains(OtherMapping.class.getName()), e.getMessage());
    }
  }

  @Test
  void unknownNameIsRefusedNamingTheKnownOnes() {
    try (Database db = Database.inMemory()) {
      db.register(new NoteMapping("note"));
      CollectionException e = assertThrows(CollectionException.class, () -> db.collection("nota"));
      assertEquals("There is no collection 'nota'; registered are: note", e.getMessage());
    }
  }

  @Test
  void missingTableIsNotMadeInsideATransaction() {
    try (Database db = Database.inMemory()) {
      TransactionStateException e =
          assertThrows(
              TransactionStateException.class,
              () -> db.transaction(() -> db.register(new NoteMapping("note"))));
      assertSame(TransactionState.ROLLED_BACK, e.transactionState());
      assertEquals(List.of(), db.collections());
      db.register(new NoteMapping("note"));
    }
  }

  @Test
  void existingTableMayBeMetInsideATransaction() {
    Path file = directory.resolve("a.db");
    try (Database db = Database.open(file)) {
      db.register(new NoteMapping("note"));
    }
    try (Database db = Database.open(file)) {
      db.transaction(() -> db.register(new NoteMapping("note")));
      assertEquals("note", db.collection("note").name());
    }
  }

  @Test
  void eachFileGetsItsTable() {
    try (Database one = Database.open(directory.resolve("1.db"));
        Database two = Database.open(directory.resolve("2.db"))) {
      for (Database db : List.of(one, two)) {
        db.register(new NoteMapping("note"));
        assertEquals(1, db.execute("INSERT INTO note VALUES (1)"));
      }
    }
  }
}
