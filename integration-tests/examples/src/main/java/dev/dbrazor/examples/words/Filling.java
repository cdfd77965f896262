package dev.dbrazor.examples.words;

import dev.dbrazor.wordnet.Synset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Stores synsets with their meanings; what is there already stays, so it may be ended at any time.
 */
final class Filling {
  private static final int BATCH = 256;
  private static final int REPORTED = 16;

  private final SenseDao senses;
  private final Meanings meanings;

  Filling(SenseDao senses, Meanings meanings) {
    this.senses = senses;
    this.meanings = meanings;
  }

  /**
   * Stores what is missing.
   *
   * @param progress is told how many were missing and are stored, now and then
   */
  void add(List<Synset> synsets, BiConsumer<Integer, Integer> progress) {
    Set<Long> there = new HashSet<>(senses.query().select(Sense_.id).toList());
    List<Synset> missing = synsets.stream().filter(each -> !there.contains(each.id())).toList();
    for (int from = 0; from < missing.size(); from += BATCH) {
      int to = Math.min(from + BATCH, missing.size());
      store(missing.subList(from, to));
      if (to == missing.size() || to % (REPORTED * BATCH) == 0) {
        progress.accept(missing.size(), to);
      }
    }
  }

  private void store(List<Synset> part) {
    List<float[]> vectors =
        meanings.ofAll(part.stream().map(each -> definition(each.gloss())).toList());
    List<Sense> stored = new ArrayList<>();
    for (int i = 0; i < part.size(); i++) {
      Synset synset = part.get(i);
      String words = String.join(", ", synset.words());
      stored.add(
          new Sense(synset.id(), synset.partOfSpeech(), words, synset.gloss(), vectors.get(i)));
    }
    senses.insertAll(stored);
  }

  /** The gloss without its examples, which follow in quotes. */
  private static String definition(String gloss) {
    int examples = gloss.indexOf("; \"");
    return examples < 0 ? gloss : gloss.substring(0, examples);
  }
}
