package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.Plugin;
import dev.dbrazor.PluginException;
import dev.dbrazor.PluginTimeoutException;
import dev.dbrazor.TransactionState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hooks that may take only so long, and take longer. */
@Timeout(900)
class TimeLimitTest {
  /** More in the soak profile. */
  private static final int TIMEOUTS = Integer.getInteger("plugins.timeouts", 200);

  /** For hooks that hang. */
  private static final Duration LIMIT = Duration.ofMillis(5);

  /** For plugins that have hooks which do not hang, too, on a busy machine. */
  private static final Duration ROOMY = Duration.ofMillis(300);

  private final CountDownLatch end = new CountDownLatch(1);
  private Database db;
  private ItemDao items;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    items = new ItemDao(db);
  }

  @AfterEach
  void close() {
    end.countDown();
    db.close();
  }

  /** Does something in a hook. */
  private interface Body {
    void run(Item item) throws Exception;
  }

  /** A plugin with a limit. */
  private static class Limited extends Recorder {
    private final Duration limit;
    private final boolean strict;
    private final Body before;
    private final Body after;

    Limited(Duration limit, boolean strict, Body before, Body after) {
      super("limited");
      this.limit = limit;
      this.strict = strict;
      this.before = before;
      this.after = after;
    }

    @Override
    public Optional<Duration> timeLimit() {
      return Optional.of(limit);
    }

    @Override
    public boolean strict() {
      return strict;
    }

    @Override
    public Record beforeInsert(String collection, Record record) throws Exception {
      before.run((Item) record);
      return record;
    }

    @Override
    public void afterInsert(String collection, Record stored) throws Exception {
      after.run((Item) stored);
    }
  }

  private static void nothing(Item item) {}

  private void hang(Item item) throws InterruptedException {
    end.await();
  }

  /** Whatever anyone says. */
  private void hangUninterruptibly(Item item) {
    boolean ended = false;
    while (!ended) {
      try {
        ended = end.await(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        continue;
      }
    }
  }

  /** Opening has the limit, too, and may miss it on a busy machine. */
  private void use(Limited plugin) {
    while (!db.plugins().contains(plugin.name())) {
      try {
        db.use(plugin);
      } catch (PluginTimeoutException e) {
        assertEquals(List.of(), db.plugins());
      }
    }
  }

  private List<String> names() {
    db.unuse("limited");
    return items.query().orderBy(Item_.name.asc()).select(Item_.name).toList();
  }

  private static long pluginThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("dbrazor-plugin"))
        .count();
  }

  @Test
  void aHookInTimeIsPartOfTheTransaction() {
    Thread caller = Thread.currentThread();
    db.use(
        new Limited(
            Plugin.DEFAULT_TIME_LIMIT,
            true,
            item -> assertTrue(Thread.currentThread() != caller),
            item -> items.insert(Item.of(item.name() + "2"))));
    items.insert(Item.of("a"));
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  items.insert(Item.of("b"));
                  throw new IllegalStateException();
                }));
    assertEquals(List.of("a", "a2"), names());
  }

  @Test
  void aBeforeHookThatHangsVetoes() {
    use(new Limited(LIMIT, false, this::hang, TimeLimitTest::nothing));
    assertThrows(PluginTimeoutException.class, () -> items.insert(Item.of("a")));
    assertEquals(List.of(), names());
  }

  @Test
  void anAfterHookThatHangsChangesNothingUnlessItIsStrict() {
    db.use(new Limited(ROOMY, false, TimeLimitTest::nothing, this::hangUninterruptibly));
    items.insert(Item.of("a"));
    db.unuse("limited");
    db.use(new Limited(ROOMY, true, TimeLimitTest::nothing, this::hangUninterruptibly));
    assertThrows(PluginTimeoutException.class, () -> items.insert(Item.of("b")));
    assertEquals(List.of("a"), names());
  }

  @Test
  void aHookThatHangsAfterTheCommitCannotHideIt() {
    db.use(
        new Limited(ROOMY, true, TimeLimitTest::nothing, TimeLimitTest::nothing) {
          @Override
          public void afterTransaction() throws Exception {
            end.await();
          }
        });
    PluginTimeoutException error =
        assertThrows(PluginTimeoutException.class, () -> items.insert(Item.of("a")));
    assertEquals(TransactionState.COMMITTED, error.transactionState());
    assertEquals(List.of("a"), names());
  }

  @Test
  void whatAHangingHookDidIsUndoneAndItCanDoNoMore() throws InterruptedException {
    LinkedBlockingQueue<Throwable> late = new LinkedBlockingQueue<>();
    db.use(
        new Limited(
            ROOMY,
            false,
            TimeLimitTest::nothing,
            item -> {
              items.insert(Item.of("undone"));
              hangUninterruptibly(item);
              try {
                items.insert(Item.of("late"));
              } catch (Throwable e) {
                late.add(e);
              }
            }));
    db.transaction(
        () -> {
          items.insert(Item.of("a"));
          end.countDown();
          assertInstanceOf(RuntimeException.class, late.poll(30, TimeUnit.SECONDS));
          items.deleteById(99L);
        });
    assertEquals(List.of("a"), names());
  }

  @Test
  void aHookInTheMiddleOfAStatementIsStopped() {
    db.use(
        new Limited(
            ROOMY,
            false,
            TimeLimitTest::nothing,
            item ->
                db.query(
                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        + " SELECT count(*) FROM n",
                    row -> row.int64(0))));
    items.insert(Item.of("a"));
    assertEquals(List.of("a"), names());
  }

  @Test
  void aPluginThatHangsThreeTimesInARowIsNotCalledAnyMore() {
    AtomicInteger calls = new AtomicInteger();
    db.use(
        new Limited(
            ROOMY,
            false,
            TimeLimitTest::nothing,
            item -> {
              calls.incrementAndGet();
              hangUninterruptibly(item);
            }));
    for (int i = 0; i < 10; i++) {
      items.insert(Item.of("a" + i));
    }
    assertEquals(3, calls.get());
    assertEquals(10, names().size());
  }

  @Test
  void aStrictPluginInQuarantineFailsTheOperations() {
    db.use(new Limited(ROOMY, true, this::hangUninterruptibly, TimeLimitTest::nothing));
    for (int i = 0; i < 3; i++) {
      assertThrows(PluginTimeoutException.class, () -> items.insert(Item.of("a")));
    }
    PluginException refused = assertThrows(PluginException.class, () -> items.insert(Item.of("a")));
    assertTrue(refused.getMessage().contains("hung 3 times"), refused.getMessage());
    assertEquals(List.of(), names());
  }

  @Test
  void aHangNowAndThenIsNoQuarantine() {
    AtomicInteger calls = new AtomicInteger();
    db.use(
        new Limited(
            ROOMY,
            false,
            TimeLimitTest::nothing,
            item -> {
              if (calls.incrementAndGet() % 3 != 0) {
                hang(item);
              }
            }));
    for (int i = 0; i < 9; i++) {
      items.insert(Item.of("a" + i));
    }
    assertEquals(9, calls.get());
  }

  @Test
  void manyTimeOutsLeaveTheWriterFreeAndTheThreadsBounded() {
    items.insert(Item.of("a"));
    for (int i = 0; i < TIMEOUTS; i++) {
      use(
          new Limited(
              Duration.ofMillis(2),
              false,
              i % (TIMEOUTS / 10) == 0 ? this::hangUninterruptibly : this::hang,
              TimeLimitTest::nothing));
      assertThrows(PluginTimeoutException.class, () -> items.insert(Item.of("b")));
      db.unuse("limited");
      db.execute("UPDATE gadgets SET count = count + 1"); // the writer is free
      assertTrue(pluginThreads() <= 16);
    }
    assertEquals(List.of(new Item(1, "a", TIMEOUTS, 1)), items.query().toList());
  }

  @Test
  void whenAllThreadsHangLimitedHooksFailWithoutOneMore() {
    for (int i = 0; i < 16; i++) {
      db.use(new Limited(ROOMY, true, this::hangUninterruptibly, TimeLimitTest::nothing));
      assertThrows(PluginTimeoutException.class, () -> items.insert(Item.of("a")));
      db.unuse("limited");
    }
    Limited seventeenth = new Limited(LIMIT, true, TimeLimitTest::nothing, TimeLimitTest::nothing);
    PluginTimeoutException error =
        assertThrows(PluginTimeoutException.class, () -> db.use(seventeenth));
    assertTrue(error.getMessage().startsWith("No thread was free"), error.getMessage());
    assertEquals(16, pluginThreads());
    items.insert(Item.of("a"));
  }
}
