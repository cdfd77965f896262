package dev.dbrazor.examples.words;

import dev.dbrazor.examples.words.WordBook.Question;
import dev.dbrazor.wordnet.PartOfSpeech;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The command line: {@code words.db -n 20000 "a place where ships are safe" verb:"walk without
 * aim"}.
 *
 * @param synsets how many to store at most, spread over all
 */
record Settings(Path file, int synsets, List<Question> questions) {
  private static final List<String> EXAMPLES =
      List.of(
          "noun:fear of being in open spaces",
          "noun:instrument for seeing things that are far away",
          "verb:walk slowly without any aim",
          "adjective:lasting for a very short time",
          "small balls of ice falling from the sky");

  static Settings of(String... args) {
    Path file = Path.of(args.length > 0 ? args[0] : "words.db");
    int synsets = Integer.MAX_VALUE;
    List<String> asked = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("-n") && i + 1 < args.length) {
        synsets = Integer.parseInt(args[++i]);
      } else {
        asked.add(args[i]);
      }
    }
    List<String> all = asked.isEmpty() ? EXAMPLES : asked;
    return new Settings(file, synsets, all.stream().map(Settings::question).toList());
  }

  private static Question question(String text) {
    for (PartOfSpeech part : PartOfSpeech.values()) {
      String start = part.name().toLowerCase(Locale.ROOT) + ":";
      if (text.startsWith(start)) {
        return new Question(text.substring(start.length()).strip(), Optional.of(part));
      }
    }
    return new Question(text, Optional.empty());
  }
}
