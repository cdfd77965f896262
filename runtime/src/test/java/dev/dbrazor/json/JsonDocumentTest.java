package dev.dbrazor.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.dbrazor.MappingException;
import dev.dbrazor.annotation.Metric;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Documents of nested components: exact, tolerant of order and unknown names, precise about errors.
 */
class JsonDocumentTest {
  private record Point(double x, double y) {}

  private record Place(String street, int number, Point point) {}

  private static final class PointJson extends RecordCodec<Point> {
    @Override
    protected void writeFields(JsonGenerator out, Point point) throws IOException {
      field(out, "x", point.x(), JsonCodecs.DOUBLE);
      field(out, "y", point.y(), JsonCodecs.DOUBLE);
    }

    @Override
    protected Point readFields(JsonParser in) throws IOException {
      Double x = null;
      Double y = null;
      while (nextField(in)) {
        switch (in.currentName()) {
          case "x" -> x = value(in, JsonCodecs.DOUBLE);
          case "y" -> y = value(in, JsonCodecs.DOUBLE);
          default -> in.skipChildren();
        }
      }
      return new Point(required("x", x), required("y", y));
    }
  }

  private static final class PlaceJson extends RecordCodec<Place> {
    private static final PointJson POINT = new PointJson();

    @Override
    protected void writeFields(JsonGenerator out, Place place) throws IOException {
      field(out, "street", place.street(), JsonCodecs.STRING);
      field(out, "number", place.number(), JsonCodecs.INT);
      fieldOrNull(out, "point", place.point(), POINT);
    }

    @Override
    protected Place readFields(JsonParser in) throws IOException {
      String street = null;
      Integer number = null;
      Point point = null;
      while (nextField(in)) {
        switch (in.currentName()) {
          case "street" -> street = value(in, JsonCodecs.STRING);
          case "number" -> number = value(in, JsonCodecs.INT);
          case "point" -> point = valueOrNull(in, POINT);
          default -> in.skipChildren();
        }
      }
      return new Place(required("street", street), required("number", number), point);
    }
  }

  private static final PlaceJson PLACE = new PlaceJson();

  private enum Tier {
    FREE,
    GOLD
  }

  private static <T> void assertSurvives(T value, String text, JsonCodec<T> codec) {
    assertEquals(text, Json.text(codec, value));
    assertEquals(value, Json.value(codec, text));
  }

  @Test
  void recordIsAnObjectWithoutItsNulls() {
    assertSurvives(
        new Place("Storgata", 7, new Point(59.9, -0.5)),
        "{\"street\":\"Storgata\",\"number\":7,\"point\":{\"x\":59.9,\"y\":-0.5}}",
        PLACE);
    assertSurvives(new Place("", -1, null), "{\"street\":\"\",\"number\":-1}", PLACE);
  }

  @Test
  void namesComeInAnyOrderAndUnknownOnesAreSkipped() {
    String text =
        "{\"old\":{\"street\":[1,{}]},\"point\":null,\"number\":1,\"list\":[[]],\"street\":\"a\"}";
    assertEquals(new Place("a", 1, null), Json.value(PLACE, text));
  }

  @Test
  void errorsNameThePath() {
    JsonCodec<List<Place>> places = JsonCodecs.list(PLACE);
    assertReadFails("[0].street: is null", places, "[{\"number\":1}]");
    assertReadFails("[0].street: is null", places, "[{\"number\":1,\"street\":null}]");
    assertReadFails("[0].point.y: is null", places, "[{\"point\":{\"x\":1}}]");
    assertReadFails(
        "[0].number: 2147483648 is out of range for int", places, "[{\"number\":2147483648}]");
    assertReadFails(
        "[0].number: 92233720368547758070 is out of range for long",
        places,
        "[{\"number\":92233720368547758070}]");
    assertReadFails(
        "[0].street: JSON string expected, found an object", places, "[{\"street\":{}}]");
    assertReadFails("[1]: is null", JsonCodecs.list(JsonCodecs.INT), "[1,null]");
    MappingException error =
        assertThrows(
            MappingException.class, () -> Json.text(places, List.of(new Place(null, 1, null))));
    assertEquals("[0].street: is null", error.getMessage());
  }

  private static void assertReadFails(String message, JsonCodec<?> codec, String text) {
    MappingException error = assertThrows(MappingException.class, () -> Json.value(codec, text));
    assertEquals(message, error.getMessage());
  }

  @Test
  void malformedTextIsRefused() {
    for (String text : List.of("", " ", "{", "[1", "{\"x\":}", "{}{}", "nul", "[1,]")) {
      assertThrows(MappingException.class, () -> Json.value(PLACE, text), text);
      assertThrows(
          MappingException.class, () -> Json.value(JsonCodecs.list(JsonCodecs.INT), text), text);
    }
  }

  @Test
  void scalarsStandAsTheTableSays() {
    assertSurvives(true, "true", JsonCodecs.BOOLEAN);
    assertEquals(true, Json.value(JsonCodecs.BOOLEAN, "1"));
    assertSurvives((byte) -128, "-128", JsonCodecs.BYTE);
    assertSurvives((short) 32767, "32767", JsonCodecs.SHORT);
    assertSurvives(Long.MIN_VALUE, "-9223372036854775808", JsonCodecs.LONG);
    assertSurvives((1L << 53) + 1, "9007199254740993", JsonCodecs.LONG);
    assertSurvives(0.1f, "0.10000000149011612", JsonCodecs.FLOAT);
    assertSurvives(Double.MIN_VALUE, "4.9E-324", JsonCodecs.DOUBLE);
    assertSurvives(Double.NEGATIVE_INFINITY, "-9.0e+999", JsonCodecs.DOUBLE);
    assertEquals("0.0", Json.text(JsonCodecs.DOUBLE, -0.0));
    assertSurvives('\'', "\"'\"", JsonCodecs.CHAR);
    assertSurvives("\ud83d\ude00", "\"\ud83d\ude00\"", JsonCodecs.STRING);
    assertSurvives(BigInteger.TWO.pow(70), "\"1180591620717411303424\"", JsonCodecs.BIG_INTEGER);
    assertSurvives(new BigDecimal("1.00"), "\"1.00\"", JsonCodecs.BIG_DECIMAL);
    assertSurvives(new BigDecimal("1.00"), "100", JsonCodecs.decimal(2));
    assertSurvives(new UUID(1, 2), "\"00000000-0000-0001-0000-000000000002\"", JsonCodecs.UUID);
    assertSurvives(Instant.EPOCH.minusNanos(1_000), "-1", JsonCodecs.INSTANT);
    assertSurvives(Duration.ofNanos(1), "1", JsonCodecs.DURATION);
    assertSurvives(LocalDate.of(1, 2, 3), "\"0001-02-03\"", JsonCodecs.LOCAL_DATE);
    assertSurvives(LocalTime.of(1, 2), "\"01:02:00.000000\"", JsonCodecs.LOCAL_TIME);
    assertSurvives(
        LocalDateTime.of(1, 2, 3, 4, 5),
        "\"0001-02-03T04:05:00.000000\"",
        JsonCodecs.LOCAL_DATE_TIME);
    assertSurvives(Tier.GOLD, "\"GOLD\"", JsonCodecs.enumeration(Tier.values()));
    byte[] bytes = {0, -1, 62, 63};
    assertArrayEquals(bytes, Json.value(JsonCodecs.BYTES, Json.text(JsonCodecs.BYTES, bytes)));
    JsonCodec<float[]> vector = JsonCodecs.vector(2, Metric.L2);
    float[] zero = {0, -1};
    assertArrayEquals(zero, Json.value(vector, Json.text(vector, zero)));
  }

  @Test
  void whatHasNoExactFormIsRefused() {
    assertWriteFails(JsonCodecs.DOUBLE, Double.NaN);
    assertWriteFails(JsonCodecs.FLOAT, Float.NaN);
    assertWriteFails(JsonCodecs.STRING, "a\0");
    assertWriteFails(JsonCodecs.STRING, "\ude00");
    assertWriteFails(JsonCodecs.CHAR, '\0');
    assertWriteFails(JsonCodecs.INSTANT, Instant.MAX);
    assertWriteFails(JsonCodecs.decimal(1), new BigDecimal("0.01"));
    assertWriteFails(JsonCodecs.LOCAL_DATE, LocalDate.MAX);
    assertWriteFails(JsonCodecs.map(KeyCodecs.STRING, JsonCodecs.INT), Map.of("\ud83d", 1));
    assertWriteFails(JsonCodecs.set(JsonCodecs.INT), new LinkedHashSet<>(Arrays.asList(1, null)));
    assertThrows(MappingException.class, () -> Json.value(JsonCodecs.INT, "1.0"));
    assertThrows(MappingException.class, () -> Json.value(JsonCodecs.FLOAT, "1e300"));
  }

  private static <T> void assertWriteFails(JsonCodec<T> codec, T value) {
    assertThrows(MappingException.class, () -> Json.text(codec, value));
  }

  @Test
  void collectionsKeepOrderAndAreUnmodifiable() {
    Set<Integer> set = new LinkedHashSet<>(List.of(3, 1, 2));
    assertSurvives(set, "[3,1,2]", JsonCodecs.set(JsonCodecs.INT));
    assertEquals(
        List.of(3, 1, 2), List.copyOf(Json.value(JsonCodecs.set(JsonCodecs.INT), "[3,1,2]")));
    assertSurvives(List.of(), "[]", JsonCodecs.list(JsonCodecs.INT));
    List<Integer> holes = Arrays.asList(1, null);
    assertSurvives(holes, "[1,null]", JsonCodecs.list(JsonCodecs.nullable(JsonCodecs.INT)));
    List<Integer> read = Json.value(JsonCodecs.list(JsonCodecs.INT), "[1]");
    assertThrows(UnsupportedOperationException.class, () -> read.add(2));
  }

  @Test
  void hostileKeysAreKeptAsTheyAre() {
    Map<String, Integer> map = new LinkedHashMap<>();
    int index = 0;
    for (String key :
        List.of(
            "",
            "a.b",
            "$",
            "a\"b",
            "a'b",
            "[0]",
            "\\",
            "\u0001",
            "\ud83d\ude00",
            "a\nb",
            "__proto__")) {
      map.put(key, index++);
    }
    JsonCodec<Map<String, Integer>> codec = JsonCodecs.map(KeyCodecs.STRING, JsonCodecs.INT);
    Map<String, Integer> read = Json.value(codec, Json.text(codec, map));
    assertEquals(map, read);
    assertEquals(List.copyOf(map.keySet()), List.copyOf(read.keySet()));
  }

  @Test
  void keysOfEqualHashAreReadLikeOthers() {
    Map<String, Integer> map = new LinkedHashMap<>();
    for (int i = 0; i < 1 << 12; i++) {
      StringBuilder key = new StringBuilder();
      for (int bit = 0; bit < 12; bit++) {
        key.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      map.put(key.toString(), i);
    }
    JsonCodec<Map<String, Integer>> codec = JsonCodecs.map(KeyCodecs.STRING, JsonCodecs.INT);
    assertEquals(map, Json.value(codec, Json.text(codec, map)));
  }

  @Test
  void keysOfOtherTypesAreTheirText() {
    assertSurvives(Map.of(-7, 1), "{\"-7\":1}", JsonCodecs.map(KeyCodecs.INT, JsonCodecs.INT));
    assertSurvives(
        Map.of(Tier.FREE, "x"),
        "{\"FREE\":\"x\"}",
        JsonCodecs.map(KeyCodecs.enumeration(Tier.values()), JsonCodecs.STRING));
    JsonCodec<Map<Integer, Integer>> ints = JsonCodecs.map(KeyCodecs.INT, JsonCodecs.INT);
    for (String text : List.of("{\"01\":1}", "{\"a\":1}", "{\"2147483648\":1}")) {
      assertThrows(MappingException.class, () -> Json.value(ints, text), text);
    }
    assertReadFails(
        "1-2-3-4-5: not in its stored form: '1-2-3-4-5'",
        JsonCodecs.map(KeyCodecs.UUID, JsonCodecs.INT),
        "{\"1-2-3-4-5\":1}");
  }

  @Test
  void treeKeepsNumbersAndRefusesWhatIsNoJson() throws IOException {
    String text =
        "{\"a\":[1,9007199254740993,123456789012345678901234567890,1.10,0.1,"
            + "3.14159265358979323846,true,null,\"x\"]}";
    JsonNode node = Json.value(JsonNodeCodec.INSTANCE, text);
    assertEquals(text, Json.text(JsonNodeCodec.INSTANCE, node));
    assertEquals(node, Json.value(JsonNodeCodec.INSTANCE, text));
    assertTrue(
        new ObjectMapper().readTree("[0.1]").equals(Json.value(JsonNodeCodec.INSTANCE, "[0.1]")));
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    for (JsonNode refused :
        List.of(
            nodes.numberNode(Double.NaN),
            nodes.numberNode(Double.POSITIVE_INFINITY),
            nodes.binaryNode(new byte[1]),
            nodes.pojoNode(new Object()),
            nodes.textNode("\0"),
            nodes.objectNode().put("\ud83d", 1))) {
      assertWriteFails(JsonNodeCodec.INSTANCE, refused);
    }
    assertTrue(Json.value(JsonNodeCodec.INSTANCE, "null").isNull());
    assertNull(Json.value(JsonCodecs.nullable(JsonNodeCodec.INSTANCE), "null"));
  }

  @Test
  void depthBeyondSqlitesIsRefusedNotOverflowed() {
    JsonNode node = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < 100_000; i++) {
      node = JsonNodeFactory.instance.arrayNode().add(node);
    }
    JsonNode deep = node;
    assertWriteFails(JsonNodeCodec.INSTANCE, deep);
    String text = "[".repeat(100_000) + "]".repeat(100_000);
    assertThrows(MappingException.class, () -> Json.value(JsonNodeCodec.INSTANCE, text));
  }

  @Test
  void listForInHoldsEachKindOfItem() {
    assertEquals(
        "[1,\"a\\\"b\",0.1,9.0e+999,[2,\"x\"]]",
        Json.array(List.of(1L, "a\"b", 0.1, Double.POSITIVE_INFINITY, List.of(2L, "x"))));
    assertEquals("[]", Json.array(List.of()));
    assertThrows(IllegalArgumentException.class, () -> Json.array(List.of(1)));
  }
}
