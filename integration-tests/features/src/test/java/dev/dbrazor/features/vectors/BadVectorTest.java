package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.VectorPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bad vector is a typed error, when it is stored, asked for, or met in the file. */
class BadVectorTest extends EveryStorage {
  private PlaceDao places;

  @BeforeEach
  void storeOne() {
    places = new PlaceDao(db);
    places.insert(Place.of(1, 1, 2, 3));
  }

  private void refused(String words, float... vector) {
    Place place = Place.of(2, vector);
    String stored = message(MappingException.class, () -> places.insert(place));
    assertTrue(stored.contains(words) && stored.contains("places.direction"), stored);
    String asked = message(MappingException.class, () -> nearest(Place_.direction, 1, vector));
    assertTrue(asked.contains(words) && asked.contains("places.direction"), asked);
    for (Runnable change :
        List.<Runnable>of(
            () -> places.insertAll(List.of(Place.of(3, 1, 2, 3), place)),
            () -> places.upsert(place),
            () -> places.update(Place.of(1, vector)),
            () -> places.update(1L, Place_.direction.set(vector)),
            () -> places.query().update(Place_.direction.set(vector)))) {
      String said = message(MappingException.class, change);
      assertTrue(said.contains(words) && said.contains("places.direction"), said);
    }
    assertEquals(1, places.count());
    assertEquals(0, places.nearest(Place_.direction, new float[] {1, 2, 3}, 1).get(0).distance());
  }

  private void nearest(VectorPath<Place> path, int k, float... query) {
    places.nearest(path, query, k);
  }

  private static String message(Class<? extends DbRazorException> type, Runnable body) {
    return String.valueOf(assertThrows(type, body::run).getMessage());
  }

  @Test
  void aVectorOfAnotherLengthIsRefused() {
    refused("a vector of 3 expected, found 2", 1, 2);
    refused("a vector of 3 expected, found 4", 1, 2, 3, 4);
    refused("a vector of 3 expected, found 0");
  }

  @Test
  void whatIsNoNumberIsRefused() {
    refused("element 1 of the vector is NaN", 1, Float.NaN, 3);
    refused("element 2 of the vector is Infinity", 1, 2, Float.POSITIVE_INFINITY);
    refused("element 0 of the vector is -Infinity", Float.NEGATIVE_INFINITY, 2, 3);
  }

  @Test
  void aZeroVectorHasNoCosine() {
    refused("a zero vector has no direction", 0, 0, 0);
    nearest(Place_.position, 1, 0, 0, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void fewerThanOneNeighbourIsRefused(int k) {
    String message =
        message(InvalidArgumentException.class, () -> nearest(Place_.direction, k, 1, 2, 3));
    assertEquals("k must be at least 1, not " + k, message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void epsilonIsPositive(double epsilon) {
    assertThrows(InvalidArgumentException.class, () -> Place_.direction.epsilon(epsilon));
  }

  @Test
  void aVectorInADocumentIsNotSearched() {
    String message =
        message(InvalidArgumentException.class, () -> nearest(Place_.notes.mood, 1, 1, 1));
    assertTrue(message.startsWith("places.notes.mood is inside a JSON document"), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x''", "x'0000803f'", "x'0000803f0000803f0000803f00'"})
  void aTruncatedBlobInTheFileIsFoundOut(String blob) {
    db.execute("UPDATE places SET position = " + blob);

    String message = message(MappingException.class, () -> nearest(Place_.position, 1, 1, 2, 3));

    assertTrue(message.startsWith("places.position: a vector of 3 expected, found "), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x'0000c07f0000803f0000803f'", "x'0000807f0000803f0000803f'"})
  void whatIsNoNumberInTheFileIsFoundOut(String blob) {
    db.execute("UPDATE places SET position = " + blob);

    assertThrows(MappingException.class, () -> nearest(Place_.position, 1, 1, 2, 3));
  }
}
