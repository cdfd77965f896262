package dev.dbrazor.wordnet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** WordNet 3.1, read lazily line by line; every stream starts at the beginning. */
public final class WordNet {

  private static final String FOLDER = "/net/sf/extjwnl/data/wordnet/wn31/";

  private WordNet() {}

  /** All 117,791 synsets by ascending id: nouns, verbs, adjectives, adverbs. */
  public static Stream<Synset> synsets() {
    return lines().map(DataLine::synset);
  }

  /** The relations of all synsets, in the order of {@link #synsets()} they start from. */
  public static Stream<Relation> relations() {
    return lines().flatMap(DataLine::relations);
  }

  private static Stream<DataLine> lines() {
    return Arrays.stream(PartOfSpeech.values()).flatMap(WordNet::lines);
  }

  /** The lines of the licence at the top start with a blank. */
  private static Stream<DataLine> lines(PartOfSpeech part) {
    InputStream file = WordNet.class.getResourceAsStream(FOLDER + part.file());
    if (file == null) {
      throw new IllegalStateException("not on the class path: " + FOLDER + part.file());
    }
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII));
    return reader
        .lines()
        .onClose(() -> close(reader))
        .filter(line -> !line.startsWith(" "))
        .map(line -> new DataLine(part, line));
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
