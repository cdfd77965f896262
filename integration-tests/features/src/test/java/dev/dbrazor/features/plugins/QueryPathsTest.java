package dev.dbrazor.features.plugins;

import static dev.dbrazor.query.Expressions.count;
import static dev.dbrazor.query.Expressions.exists;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.PluginException;
import dev.dbrazor.Transaction;
import dev.dbrazor.TransactionOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Searches, joins, groups, and transactions that go from hand to hand call their hooks, too. */
@Timeout(60)
class QueryPathsTest {
  private final Recorder recorder = new Recorder("recorder");
  private Database db;
  private ItemDao items;
  private PassageDao passages;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    items = new ItemDao(db);
    passages = new PassageDao(db);
    Item first = items.insert(Item.of("a"));
    Item second = items.insert(Item.of("b"));
    passages.insertAll(
        List.of(
            Passage.of(first, "brown fox", 1),
            Passage.of(first, "lazy dog", 2),
            Passage.of(second, "brown dog", 3)));
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Map<String, Runnable> paths() {
    Map<String, Runnable> paths = new TreeMap<>();
    paths.put("search", () -> passages.search(Passage_.text, "brown", 5));
    paths.put("nearest", () -> passages.nearest(Passage_.place, new float[] {1, 0}, 2));
    paths.put(
        "hybrid",
        () -> passages.hybrid(Passage_.text, "dog", Passage_.place, new float[] {1, 0}, 2));
    paths.put("matches", () -> passages.where(Passage_.text.matches("dog")).toList());
    paths.put("join", () -> items.query().join(Item_.id, Passage_.itemId).toPairs());
    paths.put("left join", () -> items.query().leftJoin(Item_.id, Passage_.itemId).toList());
    paths.put("children", () -> items.query().with(passages, Passage_.itemId).toList());
    paths.put("groups", () -> passages.query().groupBy(Passage_.itemId).select(count()).toList());
    paths.put(
        "subquery",
        () -> items.where(exists(passages.where(Passage_.itemId.eq(Item_.id)))).toList());
    paths.put("distinct", () -> items.query().select(Item_.count).distinct().count());
    paths.put("one", () -> items.where(Item_.name.eq("a")).one());
    paths.put("page", () -> items.query().page(1, items.query().page(1).next().orElseThrow()));
    return paths;
  }

  /** What the hooks saw of a path: so many statements begun, so many ended. */
  private List<String> seen(boolean async, Runnable path) throws Exception {
    recorder.taken();
    if (async) {
      db.async(path::run).get(30, TimeUnit.SECONDS);
    } else {
      path.run();
    }
    return recorder.taken();
  }

  @Test
  void everyQueryIsSeenFromBeginningToEndHereAndOnAnotherThread() throws Exception {
    db.use(recorder);
    for (Map.Entry<String, Runnable> path : paths().entrySet()) {
      List<String> calls = seen(false, path.getValue());
      long begun = calls.stream().filter(call -> call.startsWith("beforeQuery ")).count();
      long ended = calls.stream().filter(call -> call.startsWith("afterQuery ")).count();
      assertTrue(begun > 0, path.getKey() + ": " + calls);
      assertEquals(begun, ended, path.getKey() + ": " + calls);
      assertEquals(calls, seen(true, path.getValue()), path.getKey());
    }
  }

  @Test
  void everyQueryCanBeVetoed() {
    db.use(
        new Recorder("strict") {
          @Override
          public void beforeQuery(String collection, String sql) {
            throw new IllegalStateException("not today");
          }
        });
    paths()
        .forEach(
            (name, path) -> {
              PluginException veto = assertThrows(PluginException.class, path::run, name);
              assertEquals("not today", veto.getCause().getMessage(), name);
            });
  }

  @Test
  void aTransactionThatGoesFromHandToHandIsOne() {
    db.use(recorder);
    recorder.taken();
    try (Transaction transaction = db.begin()) {
      transaction.run(() -> items.insert(Item.of("c")));
      transaction.run(() -> items.deleteById(1L));
      transaction.commit();
    }
    assertEquals(
        List.of(
            "begin",
            "beforeInsert c",
            "afterInsert c",
            "beforeDelete 1",
            "afterDelete 1",
            "commit"),
        recorder.taken());
    try (Transaction transaction = db.begin()) {
      transaction.run(() -> items.insert(Item.of("d")));
    }
    assertEquals(
        List.of("begin", "beforeInsert d", "afterInsert d", "rollback TransactionStateException"),
        recorder.taken());
  }

  @Test
  void eachAttemptOfATransactionIsOne() {
    db.use(recorder);
    recorder.taken();
    db.transaction(TransactionOptions.builder().build(), () -> items.insert(Item.of("c")));
    assertEquals(List.of("begin", "beforeInsert c", "afterInsert c", "commit"), recorder.taken());
  }

  @Test
  void aTransactionThatCannotBeginHasFailed() {
    db.use(recorder);
    recorder.taken();
    TransactionOptions soon = TransactionOptions.builder().timeout(Duration.ofMillis(20)).build();
    db.transaction(
        () -> {
          CompletableFuture<Transaction> other =
              CompletableFuture.supplyAsync(() -> db.begin(soon));
          CompletionException error = assertThrows(CompletionException.class, other::join);
          assertInstanceOf(DbRazorException.class, error.getCause());
        });
    List<String> calls = recorder.taken();
    assertEquals(List.of("begin", "begin"), calls.subList(0, 2));
    assertTrue(calls.get(2).startsWith("rollback "), calls.toString());
    assertEquals("commit", calls.get(3));
  }
}
