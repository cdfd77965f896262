package dev.dbrazor.examples.unicode;

import static dev.dbrazor.query.Expressions.avg;
import static dev.dbrazor.query.Expressions.count;

import dev.dbrazor.query.Pair;
import dev.dbrazor.query.WithChildren;
import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;

/** Questions about many characters at once: groups, joins, and blocks with what they hold. */
final class Overviews {
  private static final int SHOWN = 8;
  private static final int LARGE = 100;

  private final BlockDao blocks;
  private final CodePointDao codePoints;
  private final Report report;

  Overviews(BlockDao blocks, CodePointDao codePoints, Report report) {
    this.blocks = blocks;
    this.codePoints = codePoints;
    this.report = report;
  }

  void askAll() {
    showScripts();
    showFillings();
    showGreek();
    showShapes();
  }

  private void showScripts() {
    Table table = new Table("script", "characters", "bytes each");
    report.ask("Scripts of " + LARGE + " characters or more", this::largeScripts).stream()
        .limit(SHOWN)
        .forEach(each -> table.row(each.script(), each.characters(), each.bytes()));
    report.print(table);
  }

  private void showFillings() {
    Table table = new Table("block", "code points", "characters", "of");
    for (Filling each :
        report.ask("The blocks with the fewest characters", () -> filledLeast(SHOWN))) {
      table.row(each.block(), each.extent(), each.characters(), each.extent().size());
    }
    report.print(table);
  }

  private void showGreek() {
    List<Pair<CodePoint, Block>> greek =
        report.ask("Greek in blocks after U+2000", this::greekFarFromHome);
    Table table = new Table("", "name", "block", "code points");
    for (Pair<CodePoint, Block> each : greek.stream().limit(SHOWN).toList()) {
      Block block = each.right();
      table.row(glyph(each.left()), each.left().name(), block.name(), block.extent());
    }
    report.print(table);
  }

  private void showShapes() {
    Table table = new Table("block", "the first characters");
    for (WithChildren<Block, CodePoint> each :
        report.ask("Three blocks with their characters, in two statements", this::shapes)) {
      table.row(each.parent().name(), glyphs(each.children()));
    }
    report.print(table);
  }

  List<ScriptSize> largeScripts() {
    return codePoints
        .query()
        .groupBy(CodePoint_.script)
        .having(count().ge(LARGE))
        .orderBy(count().desc(), CodePoint_.script.asc())
        .select(CodePoint_.script, count(), avg(CodePoint_.utf8.size()), ScriptSize::new)
        .toList();
  }

  List<Filling> filledLeast(int rows) {
    return codePoints
        .query()
        .join(CodePoint_.block, Block_.name)
        .groupBy(Block_.name, Block_.extent.first, Block_.extent.last)
        .orderBy(count().asc(), Block_.extent.first.asc())
        .limit(rows)
        .select(Block_.name, Block_.extent.first, Block_.extent.last, count(), Filling::new)
        .toList();
  }

  List<Pair<CodePoint, Block>> greekFarFromHome() {
    return codePoints
        .where(CodePoint_.script.eq(UnicodeScript.GREEK))
        .join(CodePoint_.block, Block_.name)
        .where(Block_.extent.first.ge(0x2000))
        .orderBy(Block_.extent.first.asc(), CodePoint_.scalar.asc())
        .toPairs();
  }

  List<WithChildren<Block, CodePoint>> shapes() {
    return blocks
        .where(Block_.extent.first.between(0x2500, 0x25FF))
        .orderBy(Block_.extent.first.asc())
        .with(codePoints.query().orderBy(CodePoint_.scalar.asc()), CodePoint_.block)
        .toList();
  }

  private static String glyphs(List<CodePoint> characters) {
    return characters.stream()
        .limit(SHOWN * 3)
        .map(Overviews::glyph)
        .collect(Collectors.joining(" "));
  }

  private static String glyph(CodePoint of) {
    return Glyph.of(of.scalar());
  }

  /**
   * How many characters a script has.
   *
   * @param bytes of a character in UTF-8, on average
   */
  record ScriptSize(UnicodeScript script, long characters, double bytes) {}

  /** How many characters a block has. */
  record Filling(String block, int first, int last, long characters) {
    Extent extent() {
      return new Extent(first, last);
    }
  }
}
