package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.UniqueConstraintException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every path calls its hooks, synchronously and asynchronously alike. */
@Timeout(60)
class PathsTest {
  private final Recorder recorder = new Recorder("recorder");
  private Database db;
  private ItemDao items;
  private ItemReports reports;
  private Item stored;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    items = new ItemDao(db);
    reports = new ItemReportsImpl(db);
    stored = items.insertAll(List.of(Item.of("a"), Item.of("b"), Item.of("c"))).get(0);
    db.use(recorder);
    assertEquals(List.of("open", "collection gadgets"), recorder.taken());
  }

  @AfterEach
  void close() {
    db.close();
  }

  /** Runs the call here or elsewhere, and compares what the hooks saw. */
  private void calls(boolean async, Runnable call, String... expected) throws Exception {
    if (async) {
      db.async(call::run).get(30, TimeUnit.SECONDS);
    } else {
      call.run();
    }
    assertEquals(List.of(expected), recorder.taken());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void singleChanges(boolean async) throws Exception {
    calls(
        async,
        () -> items.insert(Item.of("d")),
        "begin",
        "beforeInsert d",
        "afterInsert d",
        "commit");
    calls(
        async,
        () -> items.update(stored.withName("A")),
        "begin",
        "beforeUpdate A",
        "afterUpdate A",
        "commit");
    calls(
        async,
        () -> items.update(stored.id(), Item_.name.set("aa")),
        "begin",
        "beforeUpdate aa",
        "afterUpdate aa",
        "commit");
    calls(
        async,
        () -> items.upsert(stored.withName("x")),
        "begin",
        "beforeUpdate x",
        "afterUpdate x",
        "commit");
    calls(
        async,
        () -> items.upsert(Item.of("e")),
        "begin",
        "beforeInsert e",
        "afterInsert e",
        "commit");
    calls(
        async,
        () -> items.upsertByName(Item.of("b")),
        "begin",
        "beforeUpdate b",
        "afterUpdate b",
        "commit");
    calls(
        async,
        () -> items.upsertByName(Item.of("f")),
        "begin",
        "beforeInsert f",
        "afterInsert f",
        "commit");
    calls(async, () -> items.insertOrIgnore(Item.of("b")), "begin", "beforeInsert b", "commit");
    calls(
        async,
        () -> items.deleteById(stored.id()),
        "begin",
        "beforeDelete 1",
        "afterDelete 1",
        "commit");
    calls(async, () -> items.deleteById(stored.id()), "begin", "beforeDelete 1", "commit");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bulkChangesOnceARow(boolean async) throws Exception {
    calls(
        async,
        () -> items.insertAll(List.of(Item.of("d"), Item.of("e"))),
        "begin",
        "beforeInsert d",
        "beforeInsert e",
        "afterInsert d",
        "afterInsert e",
        "commit");
    calls(
        async,
        () -> items.updateAll(List.of(stored.withName("A"))),
        "begin",
        "beforeUpdate A",
        "afterUpdate A",
        "commit");
    calls(
        async,
        () -> items.upsertAll(List.of(Item.of("g"), stored.withName("h"))),
        "begin",
        "beforeInsert g",
        "afterInsert g",
        "beforeUpdate h",
        "afterUpdate h",
        "commit");
    calls(
        async,
        () -> items.deleteAllById(List.of(1L, 99L, 1L, 2L)),
        "begin",
        "beforeDelete 1",
        "afterDelete 1",
        "beforeDelete 99",
        "beforeDelete 2",
        "afterDelete 2",
        "commit");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void changesByConditionOnce(boolean async) throws Exception {
    calls(
        async,
        () -> items.where(Item_.count.lt(5)).update(Item_.count.set(7)),
        "begin",
        "beforeUpdateWhere UPDATE gadgets SET count = ?, version = version + 1 WHERE gadgets.count < ?",
        "afterUpdateWhere 3",
        "commit");
    calls(
        async,
        () -> items.where(Item_.name.eq("zz")).delete(),
        "begin",
        "beforeDeleteWhere DELETE FROM gadgets WHERE gadgets.name = ?",
        "afterDeleteWhere 0",
        "commit");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void readingCalls(boolean async) throws Exception {
    String begin = "beforeQuery gadgets SELECT";
    calls(async, () -> items.findById(1L), begin, "afterQuery gadgets 1");
    calls(async, () -> items.findById(99L), begin, "afterQuery gadgets 0");
    calls(async, () -> items.findByName("a"), begin, "afterQuery gadgets 1");
    calls(async, () -> items.findAllById(List.of(1L, 2L)), begin, "afterQuery gadgets 2");
    calls(async, () -> items.count(), begin, "afterQuery gadgets 1");
    calls(async, () -> items.query().first(), begin, "afterQuery gadgets 1");
    calls(async, () -> items.query().toList(), begin, "afterQuery gadgets 3");
    calls(async, () -> items.query().exists(), begin, "afterQuery gadgets 1");
    calls(async, () -> items.query().count(), begin, "afterQuery gadgets 1");
    calls(async, () -> items.query().page(2), begin, "afterQuery gadgets 3");
    calls(async, () -> items.query().select(Item_.name).toList(), begin, "afterQuery gadgets 3");
    calls(async, () -> items.query().forEach(item -> {}), begin, "afterQuery gadgets 3");
    calls(async, () -> readOne(items.query().stream()), begin, "afterQuery gadgets 1");
  }

  private static void readOne(Stream<?> stream) {
    try (stream) {
      stream.iterator().next();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ownSql(boolean async) throws Exception {
    calls(
        async,
        () -> db.query("SELECT 1", row -> row.int64(0)),
        "beforeQuery  SELECT",
        "afterQuery  1");
    calls(
        async,
        () -> db.execute("UPDATE gadgets SET count = 1"),
        "begin",
        "beforeQuery  UPDATE",
        "afterQuery  3",
        "commit");
    calls(async, () -> reports.names(), "beforeQuery gadgets SELECT", "afterQuery gadgets 3");
    calls(
        async,
        () -> readOne(reports.streamed()),
        "beforeQuery gadgets SELECT",
        "afterQuery gadgets 1");
    calls(
        async,
        () -> reports.fill(4),
        "begin",
        "beforeQuery gadgets UPDATE",
        "afterQuery gadgets 3",
        "commit");
    calls(
        async,
        () -> reports.remove("a"),
        "begin",
        "beforeQuery gadgets DELETE",
        "afterQuery gadgets 1",
        "commit");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void transactionsOnceWhateverIsInThem(boolean async) throws Exception {
    calls(
        async,
        () ->
            db.transaction(
                () -> {
                  items.insert(Item.of("d"));
                  db.transaction(() -> items.count());
                }),
        "begin",
        "beforeInsert d",
        "afterInsert d",
        "beforeQuery gadgets SELECT",
        "afterQuery gadgets 1",
        "commit");
    calls(
        async,
        () -> db.readTransaction(() -> items.count()),
        "begin",
        "beforeQuery gadgets SELECT",
        "afterQuery gadgets 1",
        "commit");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void failuresOnce(boolean async) throws Exception {
    calls(
        async,
        () -> assertThrows(UniqueConstraintException.class, () -> items.insert(Item.of("a"))),
        "begin",
        "beforeInsert a",
        "rollback UniqueConstraintException",
        "error UniqueConstraintException");
    calls(
        async,
        () ->
            assertThrows(
                IllegalStateException.class,
                () ->
                    db.transaction(
                        () -> {
                          items.deleteById(1L);
                          throw new IllegalStateException();
                        })),
        "begin",
        "beforeDelete 1",
        "afterDelete 1",
        "rollback IllegalStateException");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void closingOnce(boolean async) {
    db.close();
    db.close();
    assertEquals(List.of("close"), recorder.taken());
  }
}
