package dev.dbrazor.features.plugins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.PluginException;
import dev.dbrazor.plugin.AuditDao;
import dev.dbrazor.plugin.AuditEntry;
import dev.dbrazor.plugin.AuditLog;
import dev.dbrazor.plugin.InvalidRecordException;
import dev.dbrazor.plugin.Metrics;
import dev.dbrazor.plugin.Timestamps;
import dev.dbrazor.plugin.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The plugins that come with the library, but for the cache. */
@Timeout(60)
class BuiltInTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private Database db;
  private ItemDao items;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    items = new ItemDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  @Test
  void timestampsAreStoredAndReturned() {
    Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    db.use(
        new Timestamps(clock)
            .onInsert(Item.class, (item, now) -> item.withCount((int) now.getEpochSecond()))
            .onUpdate(Item.class, (item, now) -> item.withCount(-1)));
    Item stored = items.insert(Item.of("a"));
    assertEquals(NOON.getEpochSecond(), stored.count());
    assertEquals(Optional.of(stored), items.findById(stored.id()));
    assertEquals(-1, items.update(stored).count());
    assertEquals(-1, items.update(stored.id(), Item_.name.set("b")).count());
  }

  private static Validator validator() {
    try (ValidatorFactory factory =
        jakarta.validation.Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()) {
      return factory.getValidator();
    }
  }

  @Test
  void recordsThatAreNotValidAreRefusedWithEachViolation() {
    db.use(new Validation(validator()));
    GuardedDao guarded = new GuardedDao(db);
    Guarded stored = guarded.insert(new Guarded(0, "fine", 5));
    InvalidRecordException error =
        assertThrows(InvalidRecordException.class, () -> guarded.insert(new Guarded(0, " ", 11)));
    assertEquals(
        List.of("count must be less than or equal to 10", "name must not be blank"),
        error.violations());
    assertEquals(Optional.of("guarded"), error.collection());
    assertThrows(
        InvalidRecordException.class,
        () -> guarded.update(stored.id(), Guarded_.count.increment(6)));
    assertThrows(
        InvalidRecordException.class,
        () -> guarded.insertAll(List.of(new Guarded(0, "b", 1), new Guarded(0, "", 1))));
    assertEquals(List.of(stored), guarded.query().toList());
  }

  private static String text(AuditEntry entry) {
    return entry.actor()
        + " "
        + entry.recordId()
        + ": "
        + entry.before().orElse("-")
        + " > "
        + entry.after().orElse("-");
  }

  @Test
  void theAuditLogHasEachChangeWithTheRecordBeforeAndAfter() {
    db.use(new AuditLog(() -> "ada", Clock.fixed(NOON, ZoneOffset.UTC)));
    Item a = items.insert(Item.of("a"));
    Item b = items.update(a.withName("b"));
    Item c = items.update(a.id(), Item_.name.set("c"));
    Item d = items.upsert(c.withName("d"));
    Item e = items.upsertByName(d.withCount(4));
    items.where(Item_.count.eq(4)).update(Item_.name.set("f"));
    Item f = items.findById(a.id()).orElseThrow();
    items.deleteById(a.id());
    AuditDao audit = new AuditDao(db);
    assertEquals(
        List.of(
            "ada 1: - > " + a,
            "ada 1: " + a + " > " + b,
            "ada 1: " + b + " > " + c,
            "ada 1: " + c + " > " + d,
            "ada 1: " + d + " > " + e,
            "ada 1: " + e + " > " + f,
            "ada 1: " + f + " > -"),
        audit.of("gadgets", a.id()).stream().map(BuiltInTest::text).toList());
    assertEquals(NOON, audit.latest(1).get(0).at());
    List<Item> both = items.insertAll(List.of(Item.of("x"), Item.of("y")));
    items.query().delete();
    String first = "ada " + both.get(0).id() + ": ";
    String second = "ada " + both.get(1).id() + ": ";
    assertEquals(
        List.of(
            second + both.get(1) + " > -",
            first + both.get(0) + " > -",
            second + "- > " + both.get(1),
            first + "- > " + both.get(0)),
        audit.latest(4).stream().map(BuiltInTest::text).toList());
    db.execute("UPDATE gadgets SET count = 1");
    assertEquals(Optional.of("UPDATE gadgets SET count = 1"), audit.latest(1).get(0).after());
    assertEquals(12, audit.by("ada").size());
  }

  @Test
  void theAuditLogIsStoredWithTheChangeOrNotAtAll() {
    List<String> actors = new ArrayList<>();
    db.use(
        new AuditLog(
            () -> {
              if (actors.isEmpty()) {
                throw new IllegalStateException("nobody");
              }
              return actors.get(0);
            }));
    assertThrows(PluginException.class, () -> items.insert(Item.of("a")));
    assertEquals(0, items.count());
    actors.add("bo");
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  items.insert(Item.of("a"));
                  throw new IllegalStateException();
                }));
    assertEquals(List.of(), new AuditDao(db).latest(10));
  }

  @Test
  void metricsCountCallsRowsAndErrorsBySummary() {
    Metrics metrics = new Metrics();
    db.use(metrics);
    items.insert(Item.of("a"));
    items.insert(Item.of("b"));
    assertThrows(RuntimeException.class, () -> items.insert(Item.of("b")));
    items.query().toList();
    items.findById(1L);
    assertEquals(3, metrics.counts().get("INSERT gadgets").calls());
    assertEquals(1, metrics.counts().get("INSERT gadgets").errors());
    assertEquals(2, metrics.counts().get("SELECT gadgets").calls());
    assertEquals(3, metrics.counts().get("SELECT gadgets").rows());
    assertTrue(metrics.counts().get("SELECT gadgets").elapsed().compareTo(Duration.ZERO) > 0);
    db.unuse("metrics");
    items.count();
    assertEquals(2, metrics.counts().get("SELECT gadgets").calls());
  }
}
