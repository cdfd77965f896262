package dev.dbrazor.vectors;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The table of one run, under a head that says where its numbers come from. */
final class Report {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  private final List<String> lines = new ArrayList<>();

  /** A search: microseconds each, how many times as fast as the scan, and what it finds. */
  void search(String name, double micros, double ratio, double recall) {
    add("| %s | %.0f | %.1f | %.4f |", name, micros, ratio, recall);
  }

  /** Anything else. */
  void note(String name, double value) {
    add("| %s | %.1f | | |", name, value);
  }

  private void add(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
    System.out.println(lines.get(lines.size() - 1));
  }

  /**
   * Writes what was measured.
   *
   * @param what was searched, in words
   */
  void write(Path file, String what, String driver, int rows, int k) throws IOException {
    List<String> text = new ArrayList<>();
    text.add("# Vector search on Java " + Runtime.version().feature());
    text.add("");
    text.add("- " + what);
    text.add("- driver " + driver + ", Java " + Runtime.version());
    text.add("- " + machine());
    text.add("- ratios are to the scan of floats; searches are the best of eleven rounds");
    text.add("");
    text.add(
        String.format(
            Locale.ROOT, "| %,d × 384, cosine, k = %d | µs | ratio | recall@10 |", rows, k));
    text.add("| --- | ---: | ---: | ---: |");
    text.addAll(lines);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, text);
  }

  private static String machine() throws IOException {
    String processor = "processor";
    if (Files.exists(PROCESSORS)) {
      try (Stream<String> facts = Files.lines(PROCESSORS)) {
        processor =
            facts
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.replaceFirst("^.*: *", ""))
                .findFirst()
                .orElse(processor);
      }
    }
    return String.format(
        Locale.ROOT,
        "%s, %s, %d cores, %s, load average at the end %.1f",
        LocalDate.now(),
        processor,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
