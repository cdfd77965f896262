package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.Database;
import dev.dbrazor.PluginException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.TransactionStateException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an operation when a hook throws. */
@Timeout(60)
class FailingHooksTest {
  private final Recorder witness = new Recorder("witness");
  private Database db;
  private ItemDao items;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    items = new ItemDao(db);
    items.insert(Item.of("a"));
  }

  @AfterEach
  void close() {
    db.close();
  }

  /** Throws in every hook of a name. */
  private static final class Failing extends Recorder {
    private final String hook;
    private final boolean strict;

    Failing(String hook, boolean strict) {
      super("failing");
      this.hook = hook;
      this.strict = strict;
    }

    @Override
    public boolean strict() {
      return strict;
    }

    private void fail(String called) {
      if (called.equals(hook)) {
        throw new AssertionError(called);
      }
    }

    @Override
    public Record beforeInsert(String collection, Record record) {
      fail("beforeInsert");
      return record;
    }

    @Override
    public void afterInsert(String collection, Record stored) {
      fail("afterInsert");
    }

    @Override
    public void beforeDelete(String collection, Object id) {
      fail("beforeDelete");
    }

    @Override
    public void beforeQuery(String collection, String sql) {
      fail("beforeQuery");
    }

    @Override
    public void afterQuery(String collection, String sql, long rows) {
      fail("afterQuery");
    }

    @Override
    public void beforeUpdateWhere(String collection, String sql) {
      fail("beforeUpdateWhere");
    }

    @Override
    public void beforeTransaction() {
      fail("beforeTransaction");
    }

    @Override
    public void afterTransaction() {
      fail("afterTransaction");
    }

    @Override
    public void onError(Throwable error) {
      fail("onError");
    }
  }

  private void use(String hook, boolean strict) {
    db.use(new Failing(hook, strict));
    db.use(witness);
    witness.taken();
  }

  private List<String> names() {
    db.unuse("failing");
    db.unuse("witness");
    return items.query().orderBy(Item_.name.asc()).select(Item_.name).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"beforeInsert", "beforeTransaction"})
  void aBeforeHookVetoesAnInsert(String hook) {
    use(hook, false);
    PluginException veto = assertThrows(PluginException.class, () -> items.insert(Item.of("b")));
    assertInstanceOf(AssertionError.class, veto.getCause());
    assertEquals(List.of("a"), names());
  }

  @Test
  void aVetoOfOneRowStoresNoneOfABulk() {
    db.use(
        new Recorder("picky") {
          @Override
          public Record beforeInsert(String collection, Record record) throws Exception {
            if (((Item) record).name().equals("c")) {
              throw new Exception("not c");
            }
            return record;
          }
        });
    List<Item> bulk = List.of(Item.of("b"), Item.of("c"));
    assertThrows(PluginException.class, () -> items.insertAll(bulk));
    assertThrows(PluginException.class, () -> items.upsertAll(bulk));
    assertEquals(List.of("a"), names());
  }

  @Test
  void beforeHooksVetoDeletesUpdatesAndQueries() {
    use("beforeDelete", false);
    assertThrows(PluginException.class, () -> items.deleteById(1L));
    assertThrows(PluginException.class, () -> items.deleteAllById(List.of(1L)));
    db.unuse("failing");
    db.use(new Failing("beforeUpdateWhere", false));
    assertThrows(PluginException.class, () -> items.query().update(Item_.name.set("z")));
    db.unuse("failing");
    db.use(new Failing("beforeQuery", false));
    assertThrows(PluginException.class, () -> items.findById(1L));
    assertThrows(PluginException.class, () -> items.query().stream().close());
    assertThrows(PluginException.class, () -> db.execute("DELETE FROM gadgets"));
    assertEquals(List.of("a"), names());
  }

  @Test
  void aFailingAfterHookChangesNothingAndSilencesNobody() {
    use("afterInsert", false);
    items.insert(Item.of("b"));
    assertEquals(
        List.of("begin", "beforeInsert b", "error PluginException", "afterInsert b", "commit")
            .stream()
            .sorted()
            .toList(),
        witness.taken().stream().sorted().toList());
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void aStrictAfterHookUndoesTheChange() {
    use("afterInsert", true);
    PluginException error = assertThrows(PluginException.class, () -> items.insert(Item.of("b")));
    assertEquals(TransactionState.ROLLED_BACK, error.transactionState());
    assertEquals(
        List.of(
            "begin",
            "beforeInsert b",
            "afterInsert b",
            "rollback PluginException",
            "error PluginException"),
        witness.taken());
    assertEquals(List.of("a"), names());
  }

  @Test
  void aStrictHookAfterTheCommitSaysThatItIsCommitted() {
    use("afterTransaction", true);
    PluginException error =
        assertThrows(PluginException.class, () -> db.transaction(() -> items.insert(Item.of("b"))));
    assertEquals(TransactionState.COMMITTED, error.transactionState());
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void aFailingAfterHookCannotDisguiseACommit() {
    use("afterTransaction", false);
    Item stored = db.transaction(() -> items.insert(Item.of("b")));
    assertEquals("b", stored.name());
    assertEquals(List.of("a", "b"), names());
  }

  @Test
  void onErrorDoesNotRecurse() {
    Failing failing = new Failing("onError", true);
    db.use(failing);
    db.use(witness);
    witness.taken();
    assertThrows(RuntimeException.class, () -> items.insert(Item.of("a")));
    assertEquals(1, witness.taken().stream().filter(call -> call.startsWith("error")).count());
    db.use(
        new Recorder("asking") {
          @Override
          public void onError(Throwable error) {
            items.insert(Item.of("a")); // fails again
          }
        });
    assertThrows(RuntimeException.class, () -> items.insert(Item.of("a")));
    assertEquals(1, witness.taken().stream().filter(call -> call.startsWith("error")).count());
  }

  @Test
  void whatAHookReturnsIsCheckedAndStored() {
    db.use(
        new Recorder("odd") {
          @Override
          public Record beforeInsert(String collection, Record record) {
            return new Other();
          }

          @Override
          public Record beforeUpdate(String collection, Record record) {
            return ((Item) record).withCount(((Item) record).count() + 10);
          }
        });
    assertThrows(PluginException.class, () -> items.insert(Item.of("b")));
    Item whole = items.update(new Item(1, "a", 1, 1));
    assertEquals(new Item(1, "a", 11, 2), whole);
    Item part = items.update(1L, Item_.count.increment(1));
    assertEquals(new Item(1, "a", 22, 3), part);
    assertEquals(part, items.findById(1L).orElseThrow());
    assertEquals(new Item(1, "a", 42, 4), items.upsertByName(new Item(0, "a", 32, 0)));
  }

  /** Of another class. */
  private record Other() {}

  @Test
  void whatAHookStoresCommitsAndRollsBackWithTheChange() {
    db.use(
        new Recorder("copying") {
          @Override
          public void afterInsert(String collection, Record stored) {
            items.insert(Item.of(((Item) stored).name() + "2")); // does not call this hook again
          }
        });
    items.insert(Item.of("b"));
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  items.insert(Item.of("c"));
                  throw new IllegalStateException();
                }));
    db.unuse("copying");
    assertEquals(List.of("a", "b", "b2"), names());
  }

  @Test
  void aHookCannotCloseTheDatabase() {
    db.use(
        new Recorder("closing") {
          @Override
          public void beforeQuery(String collection, String sql) {
            db.close();
          }
        });
    PluginException error = assertThrows(PluginException.class, () -> items.findById(1L));
    assertInstanceOf(TransactionStateException.class, error.getCause());
    assertEquals(List.of("closing"), db.plugins());
    db.unuse("closing");
    assertEquals(List.of("a"), names());
  }
}
