package dev.dbrazor.features.migrations;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One version of a user's program, compiled with the product's processor and loaded beside others.
 * Its schema file is taken over into the tree of schema files, as a user does it.
 *
 * @param classes where it was compiled to
 * @param loader never closed: what the program registered may need further classes of it
 */
record Program(Path classes, ClassLoader loader) {
  Program(Path classes) {
    this(classes, loader(classes));
  }

  private static ClassLoader loader(Path classes) {
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, Program.class.getClassLoader());
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  private static final String IMPORTS =
      """
      package shop;
      import dev.dbrazor.*;
      import dev.dbrazor.annotation.*;
      import dev.dbrazor.annotation.Collection;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.List;
      import java.util.Map;
      import java.util.UUID;
      import org.jspecify.annotations.Nullable;
      """;

  /** All records of the collection as text, in the order of their ids. */
  private static final String RUN =
      """
      package shop;
      import dev.dbrazor.Database;
      import java.util.function.Function;
      import java.util.stream.Collectors;
      public final class Run implements Function<Database, String> {
        @Override public String apply(Database db) {
          return new CustomerDao(db).query().orderBy(Customer_.id.asc()).stream()
              .map(Object::toString).collect(Collectors.joining("\\n"));
        }
      }
      """;

  /** All records of several collections as text. */
  private static String run(List<String> records) {
    return """
    package shop;
    import dev.dbrazor.Database;
    import java.util.function.Function;
    import java.util.stream.Collectors;
    import java.util.stream.Stream;
    public final class Run implements Function<Database, String> {
      @Override public String apply(Database db) {
        return Stream.of(%s).flatMap(dao -> dao.query().stream())
            .map(Object::toString).sorted().collect(Collectors.joining("\\n"));
      }
    }
    """
        .formatted(daos(records));
  }

  private static String daos(List<String> records) {
    return records.stream()
        .map(each -> "new " + each + "Dao(db)")
        .collect(Collectors.joining(", "));
  }

  /** Only makes the DAOs. */
  private static String open(List<String> records) {
    return """
    package shop;
    import dev.dbrazor.Database;
    import java.util.List;
    import java.util.function.Function;
    public final class Open implements Function<Database, String> {
      @Override public String apply(Database db) {
        return List.of(%s).size() + " DAOs";
      }
    }
    """
        .formatted(daos(records));
  }

  /** Deletes all records. */
  private static final String CLEAR =
      """
      package shop;
      import dev.dbrazor.Database;
      import java.util.function.Function;
      public final class Clear implements Function<Database, String> {
        @Override public String apply(Database db) {
          return String.valueOf(new CustomerDao(db).query().delete());
        }
      }
      """;

  /**
   * Compiles a version.
   *
   * @param work has the tree of schema files in {@code tree}, and gets the classes
   * @param source of {@code Customer} and what it needs, without package and imports
   */
  static Program of(Path work, String source) throws IOException {
    return of(
        work, Map.of("shop.Customer", IMPORTS + source, "shop.Run", RUN, "shop.Clear", CLEAR));
  }

  /**
   * The same with several collections.
   *
   * @param records the names of their records
   */
  static Program of(Path work, String source, List<String> records) throws IOException {
    return of(
        work,
        Map.of(
            "shop.Customer",
            IMPORTS + source,
            "shop.Run",
            run(records),
            "shop.Open",
            open(records)));
  }

  /** The same with a class {@code shop.X} of its own in place of one of those. */
  static Program of(Path work, String source, String name, String text) throws IOException {
    return of(work, Map.of("shop.Customer", IMPORTS + source, "shop." + name, text));
  }

  private static Program of(Path work, Map<String, String> sources) throws IOException {
    Path classes = Files.createTempDirectory(work, "program");
    Compilation compilation = compile(work, classes, sources, true);
    assertTrue(compilation.success(), () -> String.join("\n", compilation.errors()));
    copy(classes.resolve("META-INF/dbrazor/schema"), work.resolve("tree"));
    return new Program(classes);
  }

  /** The same without taking anything over. */
  static Compilation compile(Path work, String source, boolean accept) throws IOException {
    return compile(
        work,
        Files.createTempDirectory(work, "refused"),
        Map.of("shop.Customer", IMPORTS + source, "shop.Run", RUN, "shop.Clear", CLEAR),
        accept);
  }

  private static Compilation compile(
      Path work, Path classes, Map<String, String> sources, boolean accept) throws IOException {
    return Compilation.of(
        classes,
        List.of(
            "-classpath",
            JavaProcess.classPath(),
            "-Xlint:all,-processing,-auxiliaryclass",
            "-Werror",
            "-Adbrazor.schema.dir=" + Files.createDirectories(work.resolve("tree")),
            "-Adbrazor.schema.accept=" + accept),
        sources);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path place = to.resolve(from.relativize(file).toString());
            Files.createDirectories(place.getParent());
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** Makes the program's DAO, which brings the table to its version, and gives all records. */
  String run(Database db) {
    return call("shop.Run", db);
  }

  /** Only makes the program's DAOs. */
  String open(Database db) {
    return call("shop.Open", db);
  }

  /** Deletes all records through the DAO. */
  String clear(Database db) {
    return call("shop.Clear", db);
  }

  private String call(String name, Database db) {
    try {
      Object run = loader.loadClass(name).getConstructor().newInstance();
      @SuppressWarnings("unchecked")
      Function<Database, String> function = (Function<Database, String>) run;
      return function.apply(db);
    } catch (ReflectiveOperationException failure) {
      throw new AssertionError(failure);
    }
  }

  /** The same on a file of its own opening. */
  String run(Path file) {
    try (Database db = Database.open(file)) {
      return run(db);
    }
  }
}
