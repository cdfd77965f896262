package dev.dbrazor.features.vectors;

import dev.dbrazor.query.Match;
import dev.dbrazor.query.RecordQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Passages by the thousand, enough of them to be sketched. */
final class Passages {
  static final int MANY = 2_600;
  static final int TOPICS = 50;

  private Passages() {}

  static List<Passage> some(Mixture mixture, int count) {
    List<Passage> passages = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      passages.add(new Passage(null, i % TOPICS, mixture.next()));
    }
    return passages;
  }

  static List<UUID> ids(List<Match<Passage>> matches) {
    return matches.stream().map(match -> match.record().id()).toList();
  }

  static UUID nearest(PassageDao passages, float[] query) {
    return ids(passages.nearest(Passage_.embedding, query, 1)).get(0);
  }

  /**
   * How many of the true neighbours a search misses; fails unless what it finds is there, at the
   * distance that the row has.
   */
  static int missing(RecordQuery<Passage> asked, float[] query, int k) {
    List<Match<Passage>> truth = asked.nearest(Passage_.embedding.exact(), query, k);
    List<Match<Passage>> found = asked.nearest(Passage_.embedding, query, k);
    if (found.size() != truth.size()) {
      throw new AssertionError(found.size() + " found of " + truth.size());
    }
    List<UUID> seen = ids(found);
    if (seen.stream().distinct().count() != seen.size()) {
      throw new AssertionError("found twice: " + seen);
    }
    double reach = truth.isEmpty() ? 0 : truth.get(truth.size() - 1).distance();
    int missing = 0;
    for (Match<Passage> match : truth) {
      int at = seen.indexOf(match.record().id());
      if (at < 0) {
        missing++;
      } else if (found.get(at).distance() != match.distance()) {
        throw new AssertionError("wrong distance of " + match);
      }
    }
    for (Match<Passage> match : found) {
      if (match.distance() < reach && !ids(truth).contains(match.record().id())) {
        throw new AssertionError("found but not there: " + match);
      }
    }
    return missing;
  }

  /** A vector near to this one. */
  static float[] near(float[] vector, Random random) {
    float[] near = vector.clone();
    for (int i = 0; i < near.length; i++) {
      near[i] += (float) (0.01 * random.nextGaussian());
    }
    return near;
  }
}
