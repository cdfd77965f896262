package dev.dbrazor.examples.unicode;

import dev.dbrazor.query.Page;
import dev.dbrazor.query.RecordQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one may want to know of the catalogue; nothing here changes it. */
final class Questions {
  private static final int SHOWN = 8;
  private static final int PAGE = 40;

  private final CodePointDao codePoints;
  private final Report report;

  Questions(CodePointDao codePoints, Report report) {
    this.codePoints = codePoints;
    this.report = report;
  }

  void askAll() {
    byKey();
    byName();
    insideRecordsAndLists();
    pagesOfABlock();
  }

  private void byKey() {
    report.show("Which character is U+2603?", () -> found(codePoints.findById("U+2603")));
    report.show(
        "Which one is called GREEK SMALL LETTER FINAL SIGMA?",
        () -> found(codePoints.findByName("GREEK SMALL LETTER FINAL SIGMA")));
  }

  private static List<CodePoint> found(Optional<CodePoint> one) {
    return one.stream().toList();
  }

  private void byName() {
    report.show(
        "Names that start with BOX DRAWINGS LIGHT",
        () -> inOrder(codePoints.where(CodePoint_.name.startsWith("BOX DRAWINGS LIGHT"))).toList());
    report.show(
        "Names with SNOW in them",
        () -> inOrder(codePoints.where(CodePoint_.name.contains("SNOW"))).toList());
    report.show(
        "Combining marks with DOUBLE in their names",
        () ->
            inOrder(
                    codePoints.where(
                        CodePoint_.category
                            .eq(Category.NON_SPACING_MARK)
                            .and(CodePoint_.name.contains("DOUBLE"))))
                .toList());
  }

  private void insideRecordsAndLists() {
    report.show(
        "Letters whose upper case is three letters long",
        () -> inOrder(codePoints.where(CodePoint_.casing.upper.like("___"))).toList());
    report.show(
        "The word HEART, but not in white",
        () ->
            inOrder(
                    codePoints.where(
                        CodePoint_.words
                            .contains("HEART")
                            .and(CodePoint_.words.notContains("WHITE"))))
                .toList());
    report.show(
        "The greatest numbers that are one character",
        () ->
            codePoints
                .where(CodePoint_.number.ge(1000))
                .orderBy(CodePoint_.number.desc(), CodePoint_.scalar.asc())
                .limit(SHOWN)
                .toList());
  }

  private static RecordQuery<CodePoint> inOrder(RecordQuery<CodePoint> query) {
    return query.orderBy(CodePoint_.scalar.asc()).limit(SHOWN);
  }

  private void pagesOfABlock() {
    RecordQuery<CodePoint> arrows =
        codePoints.where(CodePoint_.block.eq("ARROWS")).orderBy(CodePoint_.scalar.asc());
    List<Page<CodePoint>> pages =
        report.ask("The block of arrows, " + PAGE + " a page", () -> pages(arrows));
    for (Page<CodePoint> page : pages) {
      StringBuilder line = new StringBuilder("  ");
      page.items().forEach(arrow -> line.append(Glyph.of(arrow.scalar())).append(' '));
      report.line("%s", line.toString().stripTrailing());
    }
  }

  private static List<Page<CodePoint>> pages(RecordQuery<CodePoint> query) {
    List<Page<CodePoint>> pages = new ArrayList<>();
    Page<CodePoint> page = query.page(PAGE);
    pages.add(page);
    while (page.next().isPresent()) {
      page = query.page(PAGE, page.next().get());
      pages.add(page);
    }
    return pages;
  }
}
