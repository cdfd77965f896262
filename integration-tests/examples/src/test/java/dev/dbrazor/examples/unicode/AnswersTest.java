package dev.dbrazor.examples.unicode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.query.WithChildren;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Groups, joins and SQL of the program's own give what Java counts itself. */
class AnswersTest {
  private static final int LAST = 0x27BF;

  @TempDir static Path folder;
  private static Database db;
  private static Overviews overviews;
  private static Statements statements;

  @BeforeAll
  static void store() throws IOException {
    Path file = folder.resolve("unicode.db");
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Main.run(file, new Catalogue(0, LAST), nowhere);
    db = Database.open(file);
    overviews = new Overviews(new BlockDao(db), new CodePointDao(db), new Report(nowhere));
    statements = new StatementsImpl(db);
  }

  @AfterAll
  static void close() {
    db.close();
  }

  private static IntStream defined() {
    return IntStream.rangeClosed(0, LAST).filter(Character::isDefined);
  }

  private static <K> Map<K, Long> counted(Stream<K> keys) {
    return keys.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  @Test
  void everyBlockOfJavaIsStoredWithItsExtent() {
    List<Block> blocks = new BlockDao(db).query().orderBy(Block_.extent.first.asc()).toList();
    Set<UnicodeBlock> ofJava =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .mapToObj(UnicodeBlock::of)
            .collect(Collectors.toCollection(HashSet::new));
    ofJava.remove(null);
    assertEquals(ofJava.size(), blocks.size());
    for (Block block : blocks) {
      UnicodeBlock same = UnicodeBlock.forName(block.name());
      assertTrue(
          IntStream.rangeClosed(block.extent().first(), block.extent().last())
              .allMatch(scalar -> same.equals(UnicodeBlock.of(scalar))),
          block.name());
    }
  }

  @Test
  void largeScriptsAreThoseJavaCounts() {
    Map<UnicodeScript, Long> ofJava = counted(defined().mapToObj(UnicodeScript::of));
    ofJava.values().removeIf(characters -> characters < 100);
    List<Overviews.ScriptSize> stored = overviews.largeScripts();
    assertEquals(
        ofJava,
        stored.stream()
            .collect(
                Collectors.toMap(Overviews.ScriptSize::script, Overviews.ScriptSize::characters)));
    for (Overviews.ScriptSize size : stored) {
      assertEquals(
          defined()
              .filter(scalar -> UnicodeScript.of(scalar) == size.script())
              .mapToObj(Character::toString)
              .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
              .average()
              .orElseThrow(),
          size.bytes(),
          1e-9,
          size.script().name());
    }
  }

  @Test
  void blocksAreJoinedToTheirCharacters() {
    List<Overviews.Filling> stored = overviews.filledLeast(1000);
    assertEquals(
        counted(defined().mapToObj(scalar -> UnicodeBlock.of(scalar).toString())),
        stored.stream()
            .collect(Collectors.toMap(Overviews.Filling::block, Overviews.Filling::characters)));
    assertEquals(
        stored.stream().sorted(Comparator.comparing(Overviews.Filling::characters)).toList(),
        stored);
  }

  @Test
  void greekFarFromHomeIsTheOhmSignAlone() {
    assertEquals(
        List.of("OHM SIGN in LETTERLIKE_SYMBOLS"),
        overviews.greekFarFromHome().stream()
            .map(pair -> pair.left().name() + " in " + pair.right().name())
            .toList());
  }

  @Test
  void shapesComeWithTheirCharacters() {
    List<WithChildren<Block, CodePoint>> shapes = overviews.shapes();
    assertEquals(
        List.of("BOX_DRAWING", "BLOCK_ELEMENTS", "GEOMETRIC_SHAPES"),
        shapes.stream().map(each -> each.parent().name()).toList());
    assertEquals(
        IntStream.rangeClosed(0x2500, 0x25FF).boxed().toList(),
        shapes.stream().flatMap(each -> each.children().stream()).map(CodePoint::scalar).toList());
  }

  @Test
  void alphabetsHaveTheLettersJavaCounts() {
    IntPredicate letter = Character::isLetter;
    assertEquals(
        counted(defined().filter(letter).mapToObj(UnicodeScript::of)),
        statements.alphabets(Category.LETTERS).stream()
            .collect(Collectors.toMap(Statements.Alphabet::script, Statements.Alphabet::letters)));
  }

  @Test
  void longestNamesAreRankedWithinTheirScript() {
    Set<UnicodeScript> scripts = Set.of(UnicodeScript.GREEK, UnicodeScript.CYRILLIC);
    List<Statements.LongName> ranked = statements.longestNames(scripts, 4);
    assertEquals(
        List.of(1, 2, 3, 4, 1, 2, 3, 4), ranked.stream().map(Statements.LongName::place).toList());
    for (UnicodeScript script : scripts) {
      assertEquals(
          defined()
              .filter(scalar -> UnicodeScript.of(scalar) == script)
              .mapToObj(Character::getName)
              .sorted(Comparator.comparing(String::length).reversed())
              .limit(4)
              .toList(),
          ranked.stream()
              .filter(each -> each.script() == script)
              .map(Statements.LongName::name)
              .toList());
    }
  }

  @Test
  void commonestWordsAreThoseOfTheNames() {
    // The program gives the snowman a word that is not in its name.
    List<Statements.WordCount> ofJava =
        counted(
                Stream.concat(
                    Stream.of("WINTER"),
                    defined()
                        .mapToObj(Character::getName)
                        .flatMap(n -> Stream.of(n.split("[ -]+")))))
            .entrySet()
            .stream()
            .map(each -> new Statements.WordCount(each.getKey(), each.getValue()))
            .sorted(
                Comparator.comparing(Statements.WordCount::times)
                    .reversed()
                    .thenComparing(Statements.WordCount::word))
            .toList();
    assertEquals(ofJava, statements.commonestWords(Integer.MAX_VALUE));
  }

  @Test
  void blocksAreFoundByWhatLiesInThem() {
    for (int scalar : new int[] {0, 0x7F, 0x80, LAST, 0x2FDF, 0x2FE0, 0x10FFFF}) {
      assertEquals(
          Optional.ofNullable(UnicodeBlock.of(scalar)).map(UnicodeBlock::toString),
          statements.blockAt(scalar).map(Block::name),
          () -> CodePoint.notation(scalar));
    }
  }

  @Test
  void markingCountsOnlyWhatChanges() {
    List<String> stars = List.of("U+2605", "U+2606", "U+FFFF");
    assertEquals(2, statements.mark(true, stars));
    assertEquals(0, statements.mark(true, stars));
    List<CodePoint> marked = statements.all(stars);
    assertEquals(
        List.of("BLACK STAR", "WHITE STAR"), marked.stream().map(CodePoint::name).toList());
    assertFalse(marked.stream().anyMatch(star -> !star.favourite() || star.version() != 2));
    assertEquals(2, statements.mark(false, stars));
  }
}
