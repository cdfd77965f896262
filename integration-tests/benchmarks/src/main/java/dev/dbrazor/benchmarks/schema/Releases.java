package dev.dbrazor.benchmarks.schema;

import dev.dbrazor.Database;
import dev.dbrazor.benchmarks.start.CompileRecords;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compiles the records of releases of a program, and loads what makes their DAOs. */
final class Releases {
  private static final String IMPORTS =
      """
      package bench;
      import dev.dbrazor.annotation.Check;
      import dev.dbrazor.annotation.Collection;
      import dev.dbrazor.annotation.Id;
      import dev.dbrazor.annotation.Indexed;
      import dev.dbrazor.annotation.Unique;
      import org.jspecify.annotations.Nullable;
      """;

  private final Path work;
  private int count;

  Releases(Path work) {
    this.work = work;
  }

  /** A release with these records; its schema files are taken over for the next one. */
  Function<Database, ?> next(List<String> names, List<String> sources)
      throws IOException, ReflectiveOperationException {
    Path folder = work.resolve("release" + ++count);
    Path source = Files.createDirectories(folder.resolve("source"));
    Path classes = Files.createDirectories(folder.resolve("classes"));
    for (int i = 0; i < names.size(); i++) {
      Files.writeString(source.resolve(names.get(i) + ".java"), IMPORTS + sources.get(i));
    }
    Files.writeString(source.resolve("Open.java"), open(names));
    CompileRecords.compile(
        source, classes, List.of("-Adbrazor.schema.dir=" + tree(), "-Adbrazor.schema.accept=true"));
    takeOver(classes.resolve("META-INF/dbrazor/schema"));
    URL[] places = {classes.toUri().toURL()};
    // Not closed: the DAOs may need further classes of it.
    ClassLoader loader = new URLClassLoader(places, Releases.class.getClassLoader());
    @SuppressWarnings("unchecked")
    Function<Database, ?> open =
        (Function<Database, ?>) loader.loadClass("bench.Open").getConstructor().newInstance();
    return open;
  }

  private Path tree() {
    return work.resolve("tree");
  }

  private static String open(List<String> names) {
    return """
    package bench;
    public final class Open implements java.util.function.Function<dev.dbrazor.Database, Object> {
      @Override public Object apply(dev.dbrazor.Database db) {
        return new Object[] {%s};
      }
    }
    """
        .formatted(
            names.stream()
                .map(each -> "new " + each + "Dao(db)")
                .collect(Collectors.joining(", ")));
  }

  private void takeOver(Path schemas) throws IOException {
    try (Stream<Path> files = Files.walk(schemas)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = tree().resolve(schemas.relativize(file).toString());
        Files.createDirectories(place.getParent());
        Files.copy(file, place);
      }
    }
  }

  /** A release of many collections that have nothing to do with each other. */
  Function<Database, ?> many(int collections) throws IOException, ReflectiveOperationException {
    List<String> names = IntStream.range(0, collections).mapToObj(i -> "Thing" + i).toList();
    List<String> sources =
        names.stream()
            .map(
                name ->
                    """
                    @Collection("%s")
                    public record %s(@Id long id, String name, @Unique String email,
                        @Indexed int age, @Nullable String nickname, double score) {}
                    """
                        .formatted(name.toLowerCase(Locale.ROOT), name))
            .toList();
    return next(names, sources);
  }
}
