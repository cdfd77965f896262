package dev.dbrazor.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Writes comparisons as a table, with what they were measured on. */
final class MarkdownReport {
  private MarkdownReport() {}

  /** Replaces {@code jdk-N.md} in the folder, and returns the text. */
  static String write(Path folder, List<Comparison> comparisons) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# DBRazor beside hand-written JDBC\n\n").append(machine()).append("\n\n");
    text.append("| what | DBRazor | the other way | speed | goal |\n");
    text.append("| --- | ---: | ---: | ---: | --- |\n");
    for (Comparison comparison : comparisons) {
      text.append(row(comparison));
    }
    text.append("\nTimes are medians. Speed is the other way's time divided by DBRazor's:");
    text.append(" above 1 DBRazor is faster.\n");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("jdk-" + Runtime.version().feature() + ".md"), text.toString());
    return text.toString();
  }

  private static String row(Comparison measured) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f %s | %.2f %s (%s) | %.2f | %s |\n",
        measured.what(),
        measured.dbrazor(),
        measured.unit(),
        measured.others(),
        measured.unit(),
        measured.other(),
        measured.speed(),
        measured.goal());
  }

  private static String machine() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %s %s, Java %s, load average at the end %.1f.",
        LocalDate.now(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        System.getProperty("os.arch"),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
