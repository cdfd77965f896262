package dev.dbrazor.wordnet;

/** The four parts of speech; each has one data file. */
public enum PartOfSpeech {
  NOUN('n', "data.noun"),
  VERB('v', "data.verb"),
  ADJECTIVE('a', "data.adj"),
  ADVERB('r', "data.adv");

  private static final long OFFSETS = 100_000_000L;

  private final char letter;
  private final String file;

  PartOfSpeech(char letter, String file) {
    this.letter = letter;
    this.file = file;
  }

  String file() {
    return file;
  }

  /** The id of the synset at this offset of this part's file: 100001740 is the noun "entity". */
  long id(String offset) {
    return (ordinal() + 1) * OFFSETS + Long.parseLong(offset);
  }

  /** The part a pointer names; "s", a satellite, is an adjective. */
  static PartOfSpeech of(char letter) {
    for (PartOfSpeech part : values()) {
      if (part.letter == letter || letter == 's' && part == ADJECTIVE) {
        return part;
      }
    }
    throw new IllegalArgumentException("no part of speech: " + letter);
  }
}
