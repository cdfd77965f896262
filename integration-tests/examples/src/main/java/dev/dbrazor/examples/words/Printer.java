package dev.dbrazor.examples.words;

import dev.dbrazor.examples.words.WordBook.Question;
import dev.dbrazor.query.Match;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Writes questions, what was found, and how long that took. */
final class Printer {
  private static final int WIDTH = 60;

  private final PrintStream out;

  Printer(PrintStream out) {
    this.out = out;
  }

  void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }

  void question(Question question) {
    String only = question.partOfSpeech().map(part -> " (" + name(part) + "s)").orElse("");
    line("%n\"%s\"%s", question.description(), only);
  }

  /** Runs a search and prints its matches, best first. */
  void found(String how, Supplier<List<Match<Sense>>> search) {
    long begin = System.nanoTime();
    List<Match<Sense>> matches = search.get();
    line("  %s, in %.0f ms", how, (System.nanoTime() - begin) / 1e6);
    for (Match<Sense> match : matches) {
      Sense sense = match.record();
      line(
          "  %8.4f  %s: %s",
          match.score(), shortened(sense.words(), WIDTH / 2), shortened(sense.gloss(), WIDTH));
    }
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + "…";
  }
}
