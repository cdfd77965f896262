package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Match;
import dev.dbrazor.query.VectorPath;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a search answers, on vectors that can be worked out by hand. */
class NearestTest extends EveryStorage {
  private PlaceDao places;

  @BeforeEach
  void makeDao() {
    places = new PlaceDao(db);
  }

  private List<Long> ids(VectorPath<Place> path, int k, float... query) {
    return places.nearest(path, query, k).stream().map(match -> match.record().id()).toList();
  }

  private Match<Place> best(VectorPath<Place> path, float... query) {
    return places.nearest(path, query, 1).get(0);
  }

  @Test
  void eachMetricOrdersByItsOwnDistance() {
    places.insertAll(List.of(Place.of(1, 10, 0, 0), Place.of(2, 1, 1, 0), Place.of(3, 0, 0, 1)));

    assertEquals(List.of(1L, 2L, 3L), ids(Place_.direction, 3, 1, 0.1f, 0));
    assertEquals(List.of(2L, 3L, 1L), ids(Place_.position, 3, 1, 0.1f, 0));
    assertEquals(List.of(2L, 3L, 1L), ids(Place_.block, 3, 1, 0.1f, 0));
    assertEquals(List.of(1L, 2L, 3L), ids(Place_.weights, 3, 1, 0.1f, 0));
  }

  @Test
  void distanceAndScoreAreThoseOfTheMetric() {
    places.insert(Place.of(1, 3, 4, 0));

    assertEquals(1 - 0.6, best(Place_.direction, 2, 0, 0).distance(), 1e-12);
    assertEquals(0.6, best(Place_.direction, 2, 0, 0).score(), 1e-12);
    assertEquals(5, best(Place_.position, 0, 0, 0).distance(), 1e-12);
    assertEquals(1.0 / 6, best(Place_.position, 0, 0, 0).score(), 1e-12);
    assertEquals(7, best(Place_.block, 0, 0, 0).distance(), 1e-12);
    assertEquals(1.0 / 8, best(Place_.block, 0, 0, 0).score(), 1e-12);
    assertEquals(-10, best(Place_.weights, 2, 1, 0).distance(), 1e-12);
    assertEquals(10, best(Place_.weights, 2, 1, 0).score(), 1e-12);
  }

  @Test
  void aVectorIsAtNoDistanceFromItself() {
    places.insert(Place.of(1, 0.1f, 0.7f, -3.3e-12f));

    assertEquals(0, best(Place_.direction, 0.1f, 0.7f, -3.3e-12f).distance());
    assertEquals(1, best(Place_.direction, 0.1f, 0.7f, -3.3e-12f).score());
    assertEquals(0, best(Place_.position, 0.1f, 0.7f, -3.3e-12f).distance());
  }

  @Test
  void theLargestAndTheSmallestFloatsHaveDistances() {
    float huge = Float.MAX_VALUE;
    places.insert(Place.of(1, huge, huge, -huge));
    places.insert(Place.of(2, Float.MIN_VALUE, 0, 0));

    assertEquals(List.of(2L, 1L), ids(Place_.position, 2, 0, 0, 0));
    assertEquals(2.0 * huge, best(Place_.weights, 1, 1, 0).score(), 1e26);
    assertEquals(0, best(Place_.direction, 1, 0, 0).distance());
  }

  @Test
  void equallyNearOnesComeByIdAlsoWhereTheyAreCutOff() {
    places.insertAll(IntStream.of(7, 3, 9, 1, 5).mapToObj(id -> Place.of(id, 1, 0, 0)).toList());
    places.insert(Place.of(4, 2, 1, 0));

    assertEquals(List.of(1L, 3L, 5L), ids(Place_.position, 3, 1, 0, 0));
    assertEquals(List.of(1L, 3L, 5L, 7L, 9L, 4L), ids(Place_.position, 10, 1, 0, 0));
  }

  @Test
  void moreThanThereAreGivesAll() {
    assertEquals(List.of(), ids(Place_.position, Integer.MAX_VALUE, 1, 0, 0));
    places.insert(Place.of(1, 1, 0, 0));

    assertEquals(List.of(1L), ids(Place_.position, Integer.MAX_VALUE, 1, 0, 0));
  }

  @Test
  void aLimitAndAnOffsetComeBeforeTheSearch() {
    places.insertAll(IntStream.rangeClosed(1, 9).mapToObj(id -> Place.of(id, id, 0, 0)).toList());

    List<Match<Place>> found =
        places
            .query()
            .orderBy(Place_.id.desc())
            .limit(4)
            .offset(1)
            .nearest(Place_.position, new float[] {0, 0, 0}, 2);

    assertEquals(List.of(5L, 6L), found.stream().map(match -> match.record().id()).toList());
  }

  @Test
  void rowsWithoutAVectorAreNotFound() {
    PassageDao passages = new PassageDao(db);
    passages.insert(new Passage(null, 1, null));
    Passage there = passages.insert(new Passage(null, 1, ones(1)));

    List<Match<Passage>> found = passages.nearest(Passage_.embedding, ones(2), 10);

    assertEquals(List.of(there.id()), found.stream().map(match -> match.record().id()).toList());
    assertEquals(
        1, passages.where(Passage_.topic.eq(1)).nearest(Passage_.embedding, ones(2), 10).size());
  }

  private static float[] ones(float value) {
    float[] vector = new float[Passage.DIMENSIONS];
    Arrays.fill(vector, value);
    return vector;
  }

  @Test
  void whatIsFoundCannotBeChanged() {
    places.insert(Place.of(1, 1, 0, 0));
    List<Match<Place>> found = places.nearest(Place_.position, new float[3], 1);

    assertThrows(UnsupportedOperationException.class, () -> found.remove(0));
  }

  @Test
  void anAliasIsSearchedToo() {
    places.insertAll(List.of(Place.of(1, 1, 0, 0), Place.of(2, 2, 0, 0)));
    Place_.Alias other = Place_.as("other");

    List<Match<Place>> found =
        places.as("other").where(other.id.gt(1)).nearest(other.position, new float[3], 5);

    assertEquals(List.of(2L), found.stream().map(match -> match.record().id()).toList());
  }
}
