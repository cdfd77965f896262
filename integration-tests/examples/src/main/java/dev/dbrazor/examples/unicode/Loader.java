package dev.dbrazor.examples.unicode;

import java.util.List;

/**
 * Stores a catalogue: first the blocks, then what points to them, ten thousand characters a
 * transaction.
 */
final class Loader {
  private static final int CHUNK = 10_000;

  private final BlockDao blocks;
  private final CodePointDao codePoints;
  private final Report report;

  Loader(BlockDao blocks, CodePointDao codePoints, Report report) {
    this.blocks = blocks;
    this.codePoints = codePoints;
    this.report = report;
  }

  void load(Catalogue catalogue) {
    long reading = System.nanoTime();
    List<CodePoint> all = catalogue.codePoints();
    report.line(
        "%,d characters read from Java %s in %.0f ms",
        all.size(), Runtime.version().feature(), Report.millisecondsSince(reading));
    report.line("%,d blocks stored", blocks.insertAll(Catalogue.blocks()).size());
    long storing = System.nanoTime();
    for (int from = 0; from < all.size(); from += CHUNK) {
      int to = Math.min(from + CHUNK, all.size());
      codePoints.insertAll(all.subList(from, to));
      double milliseconds = Report.millisecondsSince(storing);
      report.progress(
          "%,d characters stored in %,.0f ms: %,.0f rows a second",
          to, milliseconds, to / milliseconds * 1000);
    }
    report.line("");
  }
}
