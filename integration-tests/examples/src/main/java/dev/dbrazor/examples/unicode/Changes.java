package dev.dbrazor.examples.unicode;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.VersionMismatchException;
import dev.dbrazor.query.RecordQuery;
import java.lang.Character.UnicodeScript;
import java.util.List;

/**
 * Changes of the catalogue: those that are kept, those that are taken back, those that are refused.
 */
final class Changes {
  private static final String SNOWMAN = "U+2603";

  private final Database db;
  private final CodePointDao codePoints;
  private final Statements statements;
  private final Report report;

  Changes(Database db, CodePointDao codePoints, Statements statements, Report report) {
    this.db = db;
    this.codePoints = codePoints;
    this.statements = statements;
    this.report = report;
  }

  void makeAll() {
    favourites();
    takenBack();
    sameNameTwice();
    blockInUse();
    staleVersion();
  }

  private void favourites() {
    CodePoint snowman =
        report.ask(
            "Make the snowman a favourite and add a word to its list, in one statement",
            () ->
                codePoints.update(
                    SNOWMAN, CodePoint_.favourite.set(true), CodePoint_.words.append("WINTER")));
    report.line("  version %d, words %s", snowman.version(), snowman.words());
    long suits =
        report.ask(
            "Make the card suits favourites",
            () ->
                codePoints
                    .where(CodePoint_.name.like("BLACK % SUIT"))
                    .update(CodePoint_.favourite.set(true)));
    report.line("  %d rows changed", suits);
    int queens =
        report.ask(
            "Make both queens of chess favourites, in SQL",
            () -> statements.mark(true, List.of("U+2655", "U+265B")));
    report.line("  %d rows changed", queens);
    report.show(
        "All favourites",
        () ->
            codePoints
                .where(CodePoint_.favourite.isTrue())
                .orderBy(CodePoint_.scalar.asc())
                .toList());
  }

  private void takenBack() {
    RecordQuery<CodePoint> greek = codePoints.where(CodePoint_.script.eq(UnicodeScript.GREEK));
    long before = greek.count();
    String reason = report.ask("Delete all of Greek, then think better of it", () -> regret(greek));
    report.line("  Greek before: %,d", before);
    report.line("  %s", reason);
    report.line("  Greek after the rollback: %,d", greek.count());
  }

  private String regret(RecordQuery<CodePoint> greek) {
    try {
      db.transaction(
          () -> {
            long gone = greek.delete();
            throw new IllegalStateException(
                "deleted %,d, left inside the transaction: %,d".formatted(gone, greek.count()));
          });
      return "committed";
    } catch (IllegalStateException thrown) {
      return thrown.getMessage();
    }
  }

  private void sameNameTwice() {
    CodePoint snowman = Catalogue.codePoint(0x2603);
    CodePoint impostor =
        new CodePoint(
            "U+10FFFE",
            0x10FFFE,
            snowman.name(),
            "SUPPLEMENTARY_PRIVATE_USE_AREA_B",
            UnicodeScript.UNKNOWN,
            Category.UNASSIGNED,
            null,
            null,
            List.of(),
            List.of(),
            false,
            0);
    DbRazorException refused =
        report.ask("Store a second SNOWMAN", () -> refusal(() -> codePoints.insert(impostor)));
    report.line("  %s: %s", refused.getClass().getSimpleName(), refused.getMessage());
    if (refused instanceof UniqueConstraintException taken) {
      report.line("  code %s, component %s", taken.code(), taken.component());
    }
  }

  private void blockInUse() {
    BlockDao blocks = new BlockDao(db);
    DbRazorException refused =
        report.ask(
            "Delete the block of arrows, which its characters point to",
            () -> refusal(() -> blocks.deleteById("ARROWS")));
    report.line("  %s: %s", refused.getClass().getSimpleName(), refused.getMessage());
  }

  private void staleVersion() {
    CodePoint neverChanged = Catalogue.codePoint(0x2603);
    CodePoint stale = withVersion(neverChanged, 1);
    DbRazorException refused =
        report.ask(
            "Store the snowman as it was before it became a favourite",
            () -> refusal(() -> codePoints.update(stale)));
    report.line("  %s: %s", refused.getClass().getSimpleName(), refused.getMessage());
    if (refused instanceof VersionMismatchException mismatch) {
      report.line("  expected %d, actual %d", mismatch.expected(), mismatch.actual());
    }
  }

  static CodePoint withVersion(CodePoint of, int version) {
    return new CodePoint(
        of.notation(),
        of.scalar(),
        of.name(),
        of.block(),
        of.script(),
        of.category(),
        of.casing(),
        of.number(),
        of.words(),
        of.utf8(),
        of.favourite(),
        version);
  }

  private static DbRazorException refusal(Runnable change) {
    try {
      change.run();
    } catch (DbRazorException refused) {
      return refused;
    }
    throw new AssertionError("the change went through");
  }
}
