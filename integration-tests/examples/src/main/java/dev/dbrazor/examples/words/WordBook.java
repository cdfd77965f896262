package dev.dbrazor.examples.words;

import dev.dbrazor.query.Condition;
import dev.dbrazor.query.Expressions;
import dev.dbrazor.query.Fts;
import dev.dbrazor.query.Match;
import dev.dbrazor.query.RecordQuery;
import dev.dbrazor.wordnet.PartOfSpeech;
import java.util.List;
import java.util.Optional;

/** Looks up words by what is said about them, in three ways. */
final class WordBook {
  private final SenseDao senses;
  private final Meanings meanings;

  WordBook(SenseDao senses, Meanings meanings) {
    this.senses = senses;
    this.meanings = meanings;
  }

  /**
   * What somebody looks for.
   *
   * @param partOfSpeech only these words; empty for all
   */
  record Question(String description, Optional<PartOfSpeech> partOfSpeech) {
    private Condition<Sense> condition() {
      return Expressions.allOf(partOfSpeech.stream().map(Sense_.partOfSpeech::eq).toList());
    }
  }

  /** Senses that share words with the description. */
  List<Match<Sense>> byWords(Question question, int k) {
    return among(question).search(Fts.anyWord(question.description()), k);
  }

  /** Senses that mean something like the description, in whatever words. */
  List<Match<Sense>> byMeaning(Question question, int k) {
    return among(question).nearest(Sense_.meaning, meanings.of(question.description()), k);
  }

  /** Both together. */
  List<Match<Sense>> byBoth(Question question, int k) {
    String description = question.description();
    return among(question)
        .hybrid(Fts.anyWord(description), Sense_.meaning, meanings.of(description), k);
  }

  private RecordQuery<Sense> among(Question question) {
    return senses.where(question.condition());
  }
}
