package dev.dbrazor.examples.words;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.wordnet.Synset;
import dev.dbrazor.wordnet.WordNet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final Set<String> WANTED =
      Set.of("telescope", "agoraphobia", "stroll", "ephemeral", "hail", "harbor");

  @TempDir Path folder;

  /** A few hundred of all synsets, and those that are looked for. */
  private static List<Synset> synsets() {
    List<Synset> some = new ArrayList<>(Main.spread(200));
    WordNet.synsets()
        .filter(synset -> synset.words().stream().anyMatch(WANTED::contains))
        .filter(synset -> !some.contains(synset))
        .forEach(some::add);
    return some;
  }

  private String run(List<Synset> synsets, String... args) throws IOException {
    List<String> all = new ArrayList<>(List.of(folder.resolve("words.db").toString()));
    all.addAll(List.of(args));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    Main.run(Settings.of(all.toArray(String[]::new)), synsets, new Printer(out));
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void wordsAreFoundByWhatTheyMean() throws IOException {
    List<Synset> synsets = synsets();
    String printed =
        run(
            synsets,
            "noun:fear of being in open spaces",
            "noun:instrument for seeing things that are far away",
            "verb:walk slowly without any aim");
    assertTrue(printed.contains(synsets.size() + " of " + synsets.size() + " glosses"), printed);
    List<String> words = firstAfter("By words", printed);
    List<String> meanings = firstAfter("By meaning", printed);
    List<String> both = firstAfter("By both", printed);
    for (List<String> found : List.of(words, meanings, both)) {
      assertEquals(3, found.size(), printed);
      assertTrue(found.get(0).contains("agoraphobia"), printed);
      assertTrue(found.get(2).contains("stroll"), printed);
    }
    assertFalse(words.get(1).contains("telescope"), "no word in common");
    assertTrue(meanings.get(1).contains("telescope"), printed);
    assertFalse(run(synsets, "harbor").contains("glosses read"), "what is there is not made again");
  }

  /** The best match of each answer of this kind. */
  private static List<String> firstAfter(String heading, String printed) {
    List<String> lines = printed.lines().toList();
    List<String> first = new ArrayList<>();
    for (int i = 0; i < lines.size() - 1; i++) {
      if (lines.get(i).strip().startsWith(heading)) {
        first.add(lines.get(i + 1));
      }
    }
    return first;
  }

  @Test
  void aLimitTakesFromAllPartsOfSpeech() {
    assertEquals(4, Main.spread(100).stream().map(Synset::partOfSpeech).distinct().count());
    assertEquals(100, Main.spread(100).stream().distinct().count());
  }

  @Test
  void theCommandLineNamesFileNumberAndQuestions() {
    Settings settings = Settings.of("a.db", "-n", "7", "verb:go", "anything");
    assertEquals(7, settings.synsets());
    assertEquals(
        "[Question[description=go, partOfSpeech=Optional[VERB]],"
            + " Question[description=anything, partOfSpeech=Optional.empty]]",
        settings.questions().toString());
    assertEquals(5, Settings.of("a.db").questions().size());
  }
}
