package dev.dbrazor.examples.words;

import dev.dbrazor.Database;
import dev.dbrazor.examples.words.WordBook.Question;
import dev.dbrazor.wordnet.Synset;
import dev.dbrazor.wordnet.WordNet;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds words of WordNet by what they mean, from one file; the first run makes the file, which may
 * be ended and goes on where it was.
 */
public final class Main {
  private static final int MATCHES = 3;
  private static final double MILLION = 1e6;

  private Main() {}

  /**
   * The database file; {@code -n} and how many synsets to store; descriptions, before which {@code
   * noun:} and its like may stand.
   */
  public static void main(String[] args) throws IOException {
    // Not System.out: its encoding is the terminal's, and the answers need UTF-8.
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    Settings settings = Settings.of(args);
    run(settings, spread(settings.synsets()), new Printer(out));
  }

  static void run(Settings settings, List<Synset> synsets, Printer printer) throws IOException {
    Files.createDirectories(settings.file().toAbsolutePath().getParent());
    Meanings meanings = new Meanings();
    try (Database db = Database.open(settings.file())) {
      SenseDao senses = new SenseDao(db);
      long begin = System.nanoTime();
      new Filling(senses, meanings)
          .add(
              synsets,
              (all, stored) ->
                  printer.line(
                      "%,7d of %,d glosses read and stored, %,.0f a second",
                      stored, all, stored * 1e9 / (System.nanoTime() - begin)));
      db.checkpoint();
      printer.line(
          "%,d meanings in %s, %.1f MB",
          senses.count(), settings.file().getFileName(), Files.size(settings.file()) / MILLION);
      WordBook book = new WordBook(senses, meanings);
      warmUp(book, printer);
      settings.questions().forEach(question -> answer(book, question, printer));
    }
  }

  /** Has the model and the indexes read, which only the first search waits for. */
  private static void warmUp(WordBook book, Printer printer) {
    long begin = System.nanoTime();
    book.byBoth(new Question("warm", Optional.empty()), MATCHES);
    printer.line("Model and indexes ready in %.0f ms", (System.nanoTime() - begin) / MILLION);
  }

  private static void answer(WordBook book, Question question, Printer printer) {
    printer.question(question);
    printer.found("By words", () -> book.byWords(question, MATCHES));
    printer.found("By meaning", () -> book.byMeaning(question, MATCHES));
    printer.found("By both", () -> book.byBoth(question, MATCHES));
  }

  /** So many synsets, evenly from all parts of speech. */
  static List<Synset> spread(int most) {
    List<Synset> all = WordNet.synsets().toList();
    if (most >= all.size()) {
      return all;
    }
    List<Synset> some = new ArrayList<>(most);
    for (long i = 0; i < most; i++) {
      some.add(all.get((int) (i * all.size() / most)));
    }
    return some;
  }
}
