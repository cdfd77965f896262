package dev.dbrazor.features.vectors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.dbrazor.features.storage.EveryStorage;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a search allocates is bounded, however many vectors there are. */
class AllocationTest extends EveryStorage {
  private static final int BYTES = 400_000;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Mixture mixture = new Mixture(Passage.DIMENSIONS, 5);

  @Test
  void aSearchAllocatesLittleWhateverTheNumberOfVectors() {
    PassageDao passages = new PassageDao(db);
    passages.insertAll(Passages.some(mixture, Passages.MANY));
    long few = ofOneSearch(passages);
    passages.insertAll(Passages.some(mixture, 2 * Passages.MANY));
    long many = ofOneSearch(passages);

    assertTrue(few < BYTES, few + " bytes");
    assertTrue(many < BYTES, many + " bytes");
  }

  @Test
  void aBoundVectorAllocatesLittleMoreThanItsBytesAndSharesThemWithNobody() {
    PassageDao passages = new PassageDao(db);
    List<Passage> some = Passages.some(mixture, 2_000);
    passages.insertAll(some.subList(0, 1_000));
    long before = threads.getCurrentThreadAllocatedBytes();
    List<Passage> stored = passages.insertAll(some.subList(1_000, 2_000));
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / 1_000;

    assertTrue(each < Passage.DIMENSIONS * Float.BYTES + 700, each + " bytes");
    for (int i = 0; i < stored.size(); i++) {
      UUID id = Objects.requireNonNull(stored.get(i).id());
      assertArrayEquals(
          some.get(1_000 + i).embedding(), passages.findById(id).orElseThrow().embedding());
    }
  }

  private long ofOneSearch(PassageDao passages) {
    passages.nearest(Passage_.embedding, mixture.next(), 10);
    float[] query = mixture.next();
    long before = threads.getCurrentThreadAllocatedBytes();
    passages.nearest(Passage_.embedding, query, 10);
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
