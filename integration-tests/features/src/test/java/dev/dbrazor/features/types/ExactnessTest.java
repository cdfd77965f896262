package dev.dbrazor.features.types;

import static dev.dbrazor.features.types.Copy.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.features.storage.EveryStorage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be stored exactly is a typed error, at the top and nested; nothing is stored. */
class ExactnessTest extends EveryStorage {
  /** One value that cannot be stored, in an otherwise good record. */
  enum Bad {
    LONE_HIGH_SURROGATE("text", "a\uD83D"),
    LONE_LOW_SURROGATE("text", "\uDE00b"),
    SWAPPED_SURROGATES("text", "\uDE00\uD83D"),
    NUL("text", "a\0b"),
    NAN("float64", Double.NaN),
    SCALE("money", new BigDecimal("0.001")),
    DECIMAL_RANGE("money", new BigDecimal("92233720368547758.08")),
    HUGE_DECIMAL("money", new BigDecimal("1E+1000000000")),
    INSTANT_MAX("instant", Instant.MAX),
    INSTANT_MIN("instant", Instant.MIN),
    DURATION_MAX("duration", Duration.ofSeconds(Long.MAX_VALUE)),
    DATE_TOO_FAR("date", LocalDate.of(10_000, 1, 1)),
    DATE_BEFORE_ZERO("date", LocalDate.of(-1, 1, 1)),
    VECTOR_LENGTH("vector", new float[] {1, 2}),
    VECTOR_NAN("vector", new float[] {1, 2, Float.NaN}),
    VECTOR_INFINITE("vector", new float[] {1, 2, Float.NEGATIVE_INFINITY});

    private final String component;
    private final Object value;

    Bad(String component, Object value) {
      this.component = component;
      this.value = value;
    }

    Everything everything() {
      return with(Samples.ORDINARY, component, value);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aColumnRefusesWhatItCannotHold(Bad bad) {
    ScalarsDao dao = new ScalarsDao(db);
    assertNames(
        bad,
        assertThrows(MappingException.class, () -> dao.insert(Scalars.of(0, bad.everything()))));
    assertEquals(0, dao.count());
  }

  @ParameterizedTest
  @EnumSource
  void anUpdateRefusesWhatItCannotHold(Bad bad) {
    ScalarsDao dao = new ScalarsDao(db);
    dao.insert(Scalars.of(1, Samples.ORDINARY));
    assertNames(
        bad,
        assertThrows(MappingException.class, () -> dao.update(Scalars.of(1, bad.everything()))));
    Same.assertSame(Samples.ORDINARY, dao.findById(1L).orElseThrow().values());
  }

  @ParameterizedTest
  @EnumSource
  void anOptionalColumnRefusesWhatItCannotHold(Bad bad) {
    OptionalsDao dao = new OptionalsDao(db);
    Maybe maybe = Maybe.of(bad.everything(), List.of(), Set.of(), Map.of());
    assertNames(
        bad, assertThrows(MappingException.class, () -> dao.insert(Optionals.of(0, maybe))));
    assertEquals(0, dao.count());
  }

  @ParameterizedTest
  @EnumSource
  void aDocumentRefusesWhatItCannotHold(Bad bad) {
    DocumentDao dao = new DocumentDao(db);
    Document body = new Document(0, bad.everything(), List.of(), Map.of(), Optional.empty(), null);
    assertNames(bad, assertThrows(MappingException.class, () -> dao.insert(body)));
    Document list =
        new Document(
            0, Samples.LOWEST, List.of(bad.everything()), Map.of(), Optional.empty(), null);
    assertNames(bad, assertThrows(MappingException.class, () -> dao.insert(list)));
    assertEquals(0, dao.count());
  }

  @Test
  void containersRefuseWhatTheyCannotHold() {
    OptionalsDao dao = new OptionalsDao(db);
    List<String> lone = List.of("fine", "a\uD83D");
    Maybe list = Maybe.of(Samples.ORDINARY, lone, Set.of(), Map.of());
    assertThrows(MappingException.class, () -> dao.insert(Optionals.of(0, list)));
    Maybe key = Maybe.of(Samples.ORDINARY, List.of(), Set.of(), Map.of("a\uD83D", 1L));
    assertThrows(MappingException.class, () -> dao.insert(Optionals.of(0, key)));
    assertEquals(0, dao.count());
  }

  @Test
  void nullInANonNullComponentNamesIt() {
    ScalarsDao scalars = new ScalarsDao(db);
    NotNullException top =
        assertThrows(
            NotNullException.class,
            () -> scalars.insert(Scalars.of(0, with(Samples.ORDINARY, "text", null))));
    assertTrue(top.getMessage().contains("text"), top.getMessage());
    DocumentDao documents = new DocumentDao(db);
    Document nested =
        new Document(
            0, with(Samples.ORDINARY, "text", null), List.of(), Map.of(), Optional.empty(), null);
    NotNullException inside = assertThrows(NotNullException.class, () -> documents.insert(nested));
    assertTrue(inside.getMessage().contains("body.text"), inside.getMessage());
  }

  @Test
  void nullAmongElementsThatAreNotNullableIsRefused() {
    OptionalsDao dao = new OptionalsDao(db);
    Maybe list = Maybe.of(Samples.ORDINARY, Arrays.asList("a", null), Set.of(), Map.of());
    assertThrows(NotNullException.class, () -> dao.insert(Optionals.of(0, list)));
  }

  @Test
  void negativeZeroReadsBackAsZero() {
    ScalarsDao dao = new ScalarsDao(db);
    Scalars stored = dao.insert(Scalars.of(1, with(Samples.ORDINARY, "float64", -0.0)));
    assertEquals(0.0, stored.float64());
    assertEquals(0.0, dao.findById(1L).orElseThrow().float64());
  }

  @Test
  void timesAreCutToTheMicrosecondAlreadyInWhatInsertReturns() {
    ScalarsDao dao = new ScalarsDao(db);
    Instant instant = Instant.parse("1969-12-31T23:59:59.123456789Z");
    Scalars stored = dao.insert(Scalars.of(1, with(Samples.ORDINARY, "instant", instant)));
    assertEquals(Instant.parse("1969-12-31T23:59:59.123456Z"), stored.instant());
    assertEquals(stored.instant(), dao.findById(1L).orElseThrow().instant());
    TimesDao times = new TimesDao(db);
    LocalTime time = LocalTime.of(1, 2, 3, 999_999_999);
    Times cut = times.insert(new Times(1, time, time.atDate(LocalDate.EPOCH)));
    assertEquals(LocalTime.of(1, 2, 3, 999_999_000), cut.time());
    assertEquals(LocalDateTime.parse("1970-01-01T01:02:03.999999"), cut.dateTime());
    assertEquals(cut, times.findById(1L).orElseThrow());
  }

  @Test
  void timesInsideADocumentAreCutAlreadyInWhatInsertReturns() {
    DocumentDao dao = new DocumentDao(db);
    Everything body = with(Samples.ORDINARY, "instant", Instant.ofEpochSecond(1, 999));
    Document stored =
        dao.insert(new Document(1, body, List.of(body), Map.of(), Optional.empty(), null));
    assertEquals(Instant.ofEpochSecond(1), stored.body().instant());
    Same.assertSame(dao.findById(1L).orElseThrow(), stored);
  }

  @Test
  void decimalsReadBackWithTheDeclaredScale() {
    ScalarsDao dao = new ScalarsDao(db);
    assertEquals(
        new BigDecimal("1.50"),
        dao.insert(Scalars.of(1, with(Samples.ORDINARY, "money", new BigDecimal("1.5")))).money());
    dao.insert(Scalars.of(2, with(Samples.ORDINARY, "money", new BigDecimal("1.5000"))));
    assertEquals(new BigDecimal("1.50"), dao.findById(1L).orElseThrow().money());
    assertEquals(new BigDecimal("1.50"), dao.findById(2L).orElseThrow().money());
  }

  @Test
  void infinityIsANumber() {
    ScalarsDao dao = new ScalarsDao(db);
    dao.insert(Scalars.of(1, with(Samples.ORDINARY, "float64", Double.NEGATIVE_INFINITY)));
    assertEquals(Double.NEGATIVE_INFINITY, dao.findById(1L).orElseThrow().float64());
  }

  private static void assertNames(Bad bad, MappingException error) {
    assertTrue(error.getMessage().contains(bad.component), error.getMessage());
  }
}
