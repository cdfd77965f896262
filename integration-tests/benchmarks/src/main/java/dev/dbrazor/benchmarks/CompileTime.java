package dev.dbrazor.benchmarks;

import static dev.dbrazor.benchmarks.Comparison.median;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A whole javac over a hundred annotated records, in turn with the processor and without. */
final class CompileTime {
  static final int RECORDS = 100;

  private static final int RUNS = 5;

  private CompileTime() {}

  static Comparison run() throws IOException, InterruptedException {
    System.out.println("compile time");
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    Path sources = Files.createDirectories(folder.resolve("sources/shop"));
    for (int number = 0; number < RECORDS; number++) {
      Files.writeString(sources.resolve("Order" + number + ".java"), source(number));
    }
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int run = 0; run < RUNS; run++) {
      without.add(compile(sources, folder.resolve("without" + run), false));
      with.add(compile(sources, folder.resolve("with" + run), true));
    }
    FilledTables.delete(folder);
    return new Comparison(
        "compile of 100 records",
        "ms",
        "no processor",
        "< 3 s more",
        median(with),
        median(without));
  }

  private static double compile(Path sources, Path classes, boolean processor)
      throws IOException, InterruptedException {
    Files.createDirectory(classes);
    return new ChildJvm(CompileRecords.class, sources, classes, processor)
        .millisecondsToFirstLine();
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
