package dev.dbrazor.benchmarks.scale;

import dev.dbrazor.benchmarks.report.Amount;
import dev.dbrazor.benchmarks.report.Markdown;
import dev.dbrazor.benchmarks.start.Child;
import dev.dbrazor.benchmarks.start.CompileRecords;
import dev.dbrazor.benchmarks.store.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;

/** A whole javac over annotated records, with the processor and without. */
final class CompileTime {
  private static final int[] RECORDS = {1, 10, 100};
  private static final int RUNS = 3;

  private CompileTime() {}

  static String section() throws IOException, InterruptedException {
    Markdown table =
        new Markdown()
            .head(List.of("records", "without processor", "with", "more", "more a record"));
    for (int records : RECORDS) {
      double without = fastest(records, false);
      double with = fastest(records, true);
      table.row(
          List.of(
              Integer.toString(records),
              Amount.time(without),
              Amount.time(with),
              Amount.time(with - without),
              Amount.time((with - without) / records)));
    }
    return "## Compilation\n\nA whole javac process over records of ten components, the proof of all"
        + " SQL included; the fastest of "
        + RUNS
        + ".\n\n"
        + table;
  }

  private static double fastest(int records, boolean processor)
      throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    Path sources = Files.createDirectories(folder.resolve("sources/shop"));
    for (int number = 0; number < records; number++) {
      Files.writeString(sources.resolve("Order" + number + ".java"), source(number));
    }
    double[] times = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      Path classes = Files.createDirectory(folder.resolve("classes" + run));
      times[run] =
          Child.jvm(jar -> false, CompileRecords.class, sources, classes, processor)
              .nanosecondsToFirstLine();
    }
    DataFile.delete(folder);
    return DoubleStream.of(times).min().orElseThrow();
  }

  private static String source(int number) {
    return """
        package shop;

        import dev.dbrazor.annotation.Collection;
        import dev.dbrazor.annotation.Decimal;
        import dev.dbrazor.annotation.Id;
        import dev.dbrazor.annotation.Indexed;
        import dev.dbrazor.annotation.Unique;
        import dev.dbrazor.annotation.Version;
        import java.math.BigDecimal;
        import java.time.Instant;
        import java.util.List;
        import java.util.UUID;
        import org.jspecify.annotations.Nullable;

        @Collection("orders_NUMBER")
        public record OrderNUMBER(
            @Id UUID id,
            @Unique String code,
            @Indexed int quantity,
            @Nullable String note,
            Address address,
            List<String> tags,
            State state,
            @Decimal(scale = 2) BigDecimal total,
            Instant orderedAt,
            @Version int version) {
          public record Address(String street, @Indexed String city) {}

          public enum State { OPEN, SHIPPED, PAID }
        }
        """
        .replace("NUMBER", Integer.toString(number));
  }
}
