package dev.dbrazor.benchmarks.start;

import dev.dbrazor.benchmarks.store.DataFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What methods with {@code @Query} add to a compilation, each in a JVM of its own. */
public final class CompileQueries {
  private static final int INTERFACES = 10;

  private static final String RECORD =
      """
      package generated;

      import dev.dbrazor.annotation.Collection;
      import dev.dbrazor.annotation.Id;
      import dev.dbrazor.annotation.Indexed;
      import java.util.UUID;

      @Collection("items%1$d")
      public record Item%1$d(@Id UUID id, String name, @Indexed int size, @Indexed double price) {}
      """;

  private final int methods;
  private final int rounds;

  /**
   * @param rounds compilations of each kind
   */
  public CompileQueries(int methods, int rounds) {
    this.methods = methods;
    this.rounds = rounds;
  }

  /** The least seconds that a compilation of five collections took: without methods and with. */
  public List<Double> seconds() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dbrazor-benchmark");
    try {
      Child without = compilation(folder.resolve("without"), 0);
      Child with = compilation(folder.resolve("with"), methods);
      List<Double> fewest = new ArrayList<>();
      List<Double> most = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        fewest.add(without.nanosecondsToFirstLine() / 1e9);
        most.add(with.nanosecondsToFirstLine() / 1e9);
      }
      return List.of(Collections.min(fewest), Collections.min(most));
    } finally {
      DataFile.delete(folder);
    }
  }

  private static Child compilation(Path folder, int methods) throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sources"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    for (int i = 0; i < INTERFACES / 2; i++) {
      Files.writeString(sources.resolve("Item" + i + ".java"), RECORD.formatted(i));
    }
    for (int i = 0; i < (methods == 0 ? 0 : INTERFACES); i++) {
      Files.writeString(sources.resolve("Items" + i + ".java"), dao(i, methods / INTERFACES));
    }
    return Child.jvm(jar -> false, CompileRecords.class, sources, classes, true);
  }

  private static String dao(int number, int methods) {
    StringBuilder source =
        new StringBuilder("package generated;\n\nimport dev.dbrazor.annotation.Dao;\n")
            .append("import dev.dbrazor.annotation.Query;\nimport java.util.List;\n\n")
            .append("@Dao\npublic interface Items")
            .append(number)
            .append(" {\n  record Total(String name, long count, double price) {}\n");
    for (int i = 0; i < methods; i++) {
      String table = "items" + (number + i) % (INTERFACES / 2);
      String query =
          switch (i % 4) {
            case 0 ->
                "@Query(\"SELECT name FROM %1$s WHERE size > :size\") List<String> of%2$d(int size);";
            case 1 ->
                "@Query(\"SELECT name, count(*) AS count, max(price) AS price FROM %1$s WHERE price"
                    + " < :price GROUP BY name\") List<Total> of%2$d(double price);";
            case 2 ->
                "@Query(\"UPDATE %1$s SET price = price * :by WHERE size IN (:sizes)\")"
                    + " int of%2$d(double by, List<Integer> sizes);";
            default ->
                "@Query(\"SELECT a.name FROM %1$s AS a JOIN items0 AS b ON b.size = a.size WHERE"
                    + " b.price > :price LIMIT 10\") List<String> of%2$d(double price);";
          };
      source.append("  ").append(query.formatted(table, i)).append('\n');
    }
    return source.append("}\n").toString();
  }
}
