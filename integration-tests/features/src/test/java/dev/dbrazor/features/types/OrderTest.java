package dev.dbrazor.features.types;

import static dev.dbrazor.features.types.Copy.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Condition;
import dev.dbrazor.query.Ordering;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Numbers order as numbers, times as times, at the top and inside JSON; filters agree with them.
 */
class OrderTest extends EveryStorage {
  private static final List<Long> IN_ORDER = List.of(1L, 2L, 3L, 4L, 5L);

  private ScalarsDao columns;
  private DocumentDao documents;

  @BeforeEach
  void makeDaos() {
    columns = new ScalarsDao(db);
    documents = new DocumentDao(db);
  }

  @Test
  void integersOrderAsNumbers() {
    ordered(
        "int8",
        Scalars_.int8.asc(),
        Document_.body.int8.asc(),
        b(-128),
        b(-2),
        b(9),
        b(10),
        b(127));
    ordered(
        "int16",
        Scalars_.int16.asc(),
        Document_.body.int16.asc(),
        s(-999),
        s(-2),
        s(9),
        s(10),
        s(999));
    ordered("int32", Scalars_.int32.asc(), Document_.body.int32.asc(), -10, -9, 2, 10, 100_000);
    ordered(
        "int64",
        Scalars_.int64.asc(),
        Document_.body.int64.asc(),
        Long.MIN_VALUE,
        -1L,
        1L << 53,
        (1L << 53) + 1,
        Long.MAX_VALUE);
  }

  @Test
  void fractionsOrderAsNumbers() {
    ordered(
        "float32",
        Scalars_.float32.asc(),
        Document_.body.float32.asc(),
        -1e30f,
        -0.1f,
        9f,
        10f,
        1e30f);
    ordered(
        "float64",
        Scalars_.float64.asc(),
        Document_.body.float64.asc(),
        -1e300,
        1e-300,
        9.0,
        10.0,
        1e300);
    ordered(
        "money",
        Scalars_.money.asc(),
        Document_.body.money.asc(),
        money("-10"),
        money("-9.99"),
        money("9"),
        money("10.01"),
        money("100"));
  }

  @Test
  void timesOrderAsTimes() {
    ordered(
        "instant",
        Scalars_.instant.asc(),
        Document_.body.instant.asc(),
        Samples.LOWEST.instant(),
        Instant.EPOCH.minusMillis(1),
        Instant.EPOCH,
        Instant.parse("2024-01-01T00:00:00.000001Z"),
        Samples.HIGHEST.instant());
    ordered(
        "duration",
        Scalars_.duration.asc(),
        Document_.body.duration.asc(),
        Duration.ofDays(-1),
        Duration.ZERO,
        Duration.ofSeconds(9),
        Duration.ofSeconds(10),
        Duration.ofDays(1));
    ordered(
        "date",
        Scalars_.date.asc(),
        Document_.body.date.asc(),
        LocalDate.of(1, 1, 1),
        LocalDate.of(999, 12, 31),
        LocalDate.of(1000, 1, 1),
        LocalDate.of(2024, 2, 29),
        LocalDate.of(9999, 1, 1));
    ordered(
        "time",
        Scalars_.time.asc(),
        Document_.body.time.asc(),
        LocalTime.MIN,
        LocalTime.of(0, 0, 0, 1_000),
        LocalTime.of(9, 0),
        LocalTime.of(9, 0, 0, 500_000_000),
        LocalTime.of(10, 0));
    ordered(
        "dateTime",
        Scalars_.dateTime.asc(),
        Document_.body.dateTime.asc(),
        LocalDateTime.of(1, 1, 1, 0, 0),
        LocalDateTime.of(2024, 1, 1, 0, 0),
        LocalDateTime.of(2024, 1, 1, 0, 0, 0, 1_000),
        LocalDateTime.of(2024, 1, 1, 0, 0, 1),
        LocalDateTime.of(2024, 1, 1, 0, 1));
  }

  @Test
  void wrappersAndKeysOrderAsWhatTheyHold() {
    ordered(
        "uuid",
        Scalars_.uuid.asc(),
        Document_.body.uuid.asc(),
        new UUID(0, 0),
        new UUID(0, 1),
        new UUID(1, 0),
        new UUID(-1, 0),
        new UUID(-1, -1));
    ordered(
        "temperature",
        Scalars_.temperature.asc(),
        Document_.body.temperature.asc(),
        new Celsius(-10),
        new Celsius(-9),
        new Celsius(0.5),
        new Celsius(9),
        new Celsius(10));
  }

  @Test
  void filtersByRangeAgreeWithTheOrder() {
    fill("instant", day(1), day(2), day(3), day(4), day(5));
    both(
        Scalars_.instant.between(day(2), day(4)),
        Document_.body.instant.between(day(2), day(4)),
        2L,
        3L,
        4L);
    both(Scalars_.instant.gt(day(4)), Document_.body.instant.gt(day(4)), 5L);
    both(Scalars_.instant.le(day(1)), Document_.body.instant.le(day(1)), 1L);
    both(Scalars_.instant.eq(day(3)), Document_.body.instant.eq(day(3)), 3L);
    both(Scalars_.instant.in(day(3), day(9)), Document_.body.instant.in(day(3), day(9)), 3L);
  }

  @Test
  void equalityReachesEveryType() {
    fill("int32", 1, 2, 3, 4, 5);
    Everything v = with(Samples.ORDINARY, "int32", 3);
    both(
        Scalars_.uuid.eq(v.uuid()).and(Scalars_.int32.eq(3)),
        Document_.body.uuid.eq(v.uuid()).and(Document_.body.int32.eq(3)),
        3L);
    both(
        Scalars_.flag.isTrue().and(Scalars_.int32.lt(2)),
        Document_.body.flag.isTrue().and(Document_.body.int32.lt(2)),
        1L);
    both(Scalars_.flag.eq(false), Document_.body.flag.eq(false));
    both(
        Scalars_.letter.eq('\u00DF').and(Scalars_.int32.in(1, 5)),
        Document_.body.letter.eq('\u00DF').and(Document_.body.int32.in(1, 5)),
        1L,
        5L);
    all(Scalars_.text.eq(v.text()), Document_.body.text.eq(v.text()));
    all(Scalars_.color.eq(Color.GREEN), Document_.body.color.eq(Color.GREEN));
    all(Scalars_.whole.eq(v.whole()), Document_.body.whole.eq(v.whole()));
    all(Scalars_.exact.eq(v.exact()), Document_.body.exact.eq(v.exact()));
    all(Scalars_.money.eq(new BigDecimal("12.3")), Document_.body.money.eq(new BigDecimal("12.3")));
    all(Scalars_.float32.eq(0.1f), Document_.body.float32.eq(0.1f));
    all(Scalars_.float64.eq(Double.MIN_VALUE), Document_.body.float64.eq(Double.MIN_VALUE));
    all(Scalars_.date.in(v.date()), Document_.body.date.in(v.date()));
    all(Scalars_.uuid.in(v.uuid()), Document_.body.uuid.in(v.uuid()));
    all(Scalars_.bytes.in(v.bytes()), Document_.body.bytes.in(v.bytes()));
    all(Scalars_.bytes.eq(v.bytes()), Document_.body.bytes.eq(v.bytes()));
    all(Scalars_.temperature.eq(new Celsius(0)), Document_.body.temperature.eq(new Celsius(0)));
    all(Scalars_.link.eq(v.link()), Document_.body.link.eq(v.link()));
  }

  @Test
  void aHundredThousandValuesFitIntoIn() {
    fill("int32", 1, 2, 3, 100_000, 100_001);
    List<Integer> many = IntStream.rangeClosed(1, 100_000).boxed().toList();
    both(Scalars_.int32.in(many), Document_.body.int32.in(many), 1L, 2L, 3L, 4L);
    both(Scalars_.int32.notIn(many), Document_.body.int32.notIn(many), 5L);
    List<UUID> uuids = many.stream().map(i -> new UUID(i, i)).toList();
    both(Scalars_.uuid.in(uuids), Document_.body.uuid.in(uuids));
  }

  private void ordered(
      String component, Ordering<Scalars> column, Ordering<Document> nested, Object... ascending) {
    fill(component, ascending);
    assertEquals(
        IN_ORDER,
        columns.query().orderBy(column).toList().stream().map(Scalars::id).toList(),
        component);
    assertEquals(
        IN_ORDER,
        documents.query().orderBy(nested).toList().stream().map(Document::id).toList(),
        "body." + component);
  }

  /** Five rows whose ids are in the order of the values, inserted in another order. */
  private void fill(String component, Object... ascending) {
    columns.query().delete();
    documents.query().delete();
    List<Integer> shuffled = new ArrayList<>(List.of(0, 1, 2, 3, 4));
    Collections.shuffle(shuffled, new Random(5));
    for (int i : shuffled) {
      Everything values = with(Samples.ORDINARY, component, ascending[i]);
      columns.insert(Scalars.of(i + 1, values));
      documents.insert(new Document(i + 1, values, List.of(), Map.of(), Optional.empty(), null));
    }
  }

  private void all(Condition<Scalars> column, Condition<Document> nested) {
    both(column, nested, 1L, 2L, 3L, 4L, 5L);
  }

  private void both(Condition<Scalars> column, Condition<Document> nested, Long... ids) {
    assertEquals(List.of(ids), ids(columns.where(column).toList(), Scalars::id));
    assertEquals(List.of(ids), ids(documents.where(nested).toList(), Document::id));
  }

  private static <R> List<Long> ids(List<R> records, Function<R, Long> id) {
    return records.stream().map(id).sorted().toList();
  }

  private static Byte b(int value) {
    return (byte) value;
  }

  private static Short s(int value) {
    return (short) value;
  }

  private static BigDecimal money(String value) {
    return new BigDecimal(value);
  }

  private static Instant day(int day) {
    return Instant.EPOCH.plus(Duration.ofDays(day));
  }
}
