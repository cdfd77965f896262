package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Match;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change shows at once, to those who may see it, and to nobody else. */
class FreshnessTest extends EveryStorage {
  private final Mixture mixture = new Mixture(Passage.DIMENSIONS, 2);
  private PassageDao passages;
  private List<Passage> stored;

  @BeforeEach
  void storeAndSketch() {
    passages = new PassageDao(db);
    stored = passages.insertAll(Passages.some(mixture, Passages.MANY));
    assertEquals(stored.get(7).id(), nearest(vector(7)));
  }

  private float[] vector(int index) {
    return Objects.requireNonNull(stored.get(index).embedding());
  }

  private UUID nearest(float[] query) {
    return Passages.nearest(passages, query);
  }

  private UUID id(int index) {
    return Objects.requireNonNull(stored.get(index).id());
  }

  @Test
  void anInsertIsFoundAtOnce() {
    float[] query = mixture.next();
    Passage added = passages.insert(new Passage(null, 1, query));

    assertEquals(added.id(), nearest(query));
  }

  @Test
  void anUpdateMovesTheNeighbour() {
    float[] query = mixture.next();
    passages.update(id(3), Passage_.embedding.set(query));

    assertEquals(id(3), nearest(query));
    assertNotEquals(id(3), nearest(vector(3)));
  }

  @Test
  void aDeletedRowIsGone() {
    passages.deleteById(id(3));

    assertNotEquals(id(3), nearest(vector(3)));
  }

  @Test
  void aVectorSetToNullIsGoneAndComesBack() {
    passages.update(id(3), Passage_.embedding.setNull());
    assertNotEquals(id(3), nearest(vector(3)));

    passages.update(id(3), Passage_.embedding.set(vector(3)));
    assertEquals(id(3), nearest(vector(3)));
  }

  @Test
  void deleteThenInsertDoesNotResurrect() {
    Passage last = passages.insert(new Passage(null, 1, mixture.next()));
    float[] before = Objects.requireNonNull(last.embedding());
    assertEquals(last.id(), nearest(before));
    passages.deleteById(Objects.requireNonNull(last.id()));
    // The hidden key of the newest row is given again.
    Passage next = passages.insert(new Passage(null, 1, mixture.next()));

    assertNotEquals(next.id(), nearest(before));
    assertEquals(next.id(), nearest(Objects.requireNonNull(next.embedding())));
  }

  @Test
  void aTransactionSeesWhatItWroteAndNobodyElseDoes() {
    float[] query = mixture.next();
    db.transaction(
        () -> {
          Passage added = passages.insert(new Passage(null, 1, query));
          passages.deleteById(id(3));
          passages.update(id(4), Passage_.embedding.set(vector(3)));

          assertEquals(added.id(), nearest(query));
          assertEquals(id(4), nearest(vector(3)));
          assertNotEquals(added.id(), elsewhere(query));
          assertEquals(id(3), elsewhere(vector(3)));
        });
    assertEquals(id(4), nearest(vector(3)));
  }

  private UUID elsewhere(float[] query) {
    return CompletableFuture.supplyAsync(() -> nearest(query)).join();
  }

  @Test
  void aRollbackLeavesNothing() {
    float[] query = mixture.next();
    UUID before = nearest(query);
    assertThrows(
        IllegalStateException.class,
        () ->
            db.transaction(
                () -> {
                  passages.insert(new Passage(null, 1, query));
                  passages.deleteById(before);
                  assertNotEquals(before, nearest(query));
                  throw new IllegalStateException();
                }));

    assertEquals(before, nearest(query));
    Passage other = passages.insert(new Passage(null, 1, mixture.next()));
    assertEquals(before, nearest(query));
    assertEquals(other.id(), nearest(Objects.requireNonNull(other.embedding())));
  }

  @Test
  void aRolledBackSavepointLeavesNothing() {
    float[] query = mixture.next();
    db.transaction(
        () -> {
          UUID before = nearest(query);
          assertThrows(
              IllegalStateException.class,
              () ->
                  db.transaction(
                      () -> {
                        Passage added = passages.insert(new Passage(null, 1, query));
                        assertEquals(added.id(), nearest(query));
                        throw new IllegalStateException();
                      }));
          assertEquals(before, nearest(query));
        });
  }

  @Test
  void anOlderSnapshotKeepsItsNeighbours() {
    float[] query = mixture.next();
    UUID before = nearest(query);
    db.readTransaction(
        () -> {
          assertEquals(before, nearest(query));
          for (int round = 0; round < 40; round++) {
            int index = 100 + round;
            CompletableFuture.runAsync(
                    () -> {
                      passages.update(id(index), Passage_.embedding.set(query));
                      assertFalse(
                          Passages.ids(passages.nearest(Passage_.embedding, query, 50)).stream()
                              .noneMatch(id(index)::equals));
                    })
                .join();
            assertEquals(before, nearest(query));
            assertEquals(id(index), nearest(vector(index)));
          }
        });
    assertNotEquals(before, nearest(query));
  }

  @Test
  void aFilterFindsAsManyAsMatch() {
    float[] query = mixture.next();
    for (int most : List.of(0, 1, 3, 25, Passages.TOPICS)) {
      List<Match<Passage>> found =
          passages.where(Passage_.topic.lt(most)).nearest(Passage_.embedding, query, 100);

      assertEquals(Math.min(100, most * Passages.MANY / Passages.TOPICS), found.size());
      assertTrue(found.stream().allMatch(match -> match.record().topic() < most));
    }
  }

  @Test
  void aFilterAgainstTheQueryFindsAsManyAsMatch() {
    float[] query = vector(0);
    // The farthest: what an index would never come to by itself.
    List<UUID> all = Passages.ids(passages.nearest(Passage_.embedding.exact(), query, 5_000));
    List<UUID> farthest = all.subList(all.size() - 300, all.size());

    List<Match<Passage>> found =
        passages.where(Passage_.id.in(farthest)).nearest(Passage_.embedding, query, 20);

    assertEquals(20, found.size());
    assertTrue(Passages.missing(passages.where(Passage_.id.in(farthest)), query, 20) <= 1);
  }

  @Test
  void manyChangesKeepTheIndexComplete() {
    for (int round = 0; round < 60; round++) {
      int from = 40 * round;
      db.transaction(
          () -> {
            for (int i = from; i < from + 20; i++) {
              passages.update(id(i), Passage_.embedding.set(mixture.next()));
              passages.deleteById(id(i + 20));
            }
            passages.insertAll(Passages.some(mixture, 20));
          });
      assertTrue(Passages.missing(passages.query(), mixture.next(), 10) <= 2);
    }
    int missing = 0;
    for (int i = 0; i < 100; i++) {
      missing += Passages.missing(passages.query(), mixture.next(), 10);
    }
    assertTrue(missing <= 10, "missing " + missing + " of 1000");
  }

  @Test
  void vectorsBesideEachOtherAreIndependent() {
    ItemDao items = new ItemDao(db);
    float[] one = new Mixture(Item.DIMENSIONS, 1).next();
    float[] other = new Mixture(Item.DIMENSIONS, 2).next();
    Item item = items.insert(new Item(0, one, one, one, one));
    items.insert(new Item(0, other, other, other, other));
    items.update(item.id(), Item_.l2.set(other.clone()));

    assertEquals(0, items.nearest(Item_.cosine, one, 1).get(0).distance());
    assertNotEquals(0, items.nearest(Item_.l2, one, 1).get(0).distance());
  }
}
