package dev.dbrazor.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.Compiled.Compiler;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files hide type annotations from javac 17; the index tells of them. */
class NullnessIndexTest {
  private static final String LIBRARY =
      """
      package library;
      import dev.dbrazor.annotation.Collection;
      import dev.dbrazor.annotation.Id;
      import java.util.List;
      import java.util.Map;
      import org.jspecify.annotations.Nullable;
      public class Types {
        @Collection("places") record Place(@Id long id, Address address) {}
        public record Address(
            @Nullable String street, List<@Nullable String> lines,
            Map<String, List<@Nullable Integer>> floors, byte @Nullable [] map, String city) {}
      }
      """;

  private static final String USER =
      """
      package user;
      import dev.dbrazor.annotation.Collection;
      import dev.dbrazor.annotation.Embedded;
      import dev.dbrazor.annotation.Id;
      import library.Types;
      @Collection record Person(@Id long id, @Embedded Types.Address home) {}
      """;

  @TempDir Path folder;

  @Test
  void theIndexNamesCollectionsAndNullablePositions() throws IOException {
    Path library = library();
    assertEquals(
        "library.Types.Place\n",
        Files.readString(library.resolve("META-INF/dbrazor/collections/places")));
    assertEquals(
        "floors 1.0\nlines 0\nmap .\nstreet .\n",
        Files.readString(library.resolve("META-INF/dbrazor/records/library.Types.Address")));
  }

  @Test
  void nullableComponentsOfAJarAreNullableColumns() throws IOException {
    Path library = library();
    String classPath = library + File.pathSeparator + System.getProperty("java.class.path");
    Compiled compiled =
        Compiled.run(
            Compiler.JAVAC,
            folder.resolve("user"),
            List.of("-proc:only", "-cp", classPath),
            List.of(new CollectionProcessor(), new IndexProcessor()),
            USER);
    assertEquals(List.of(), compiled.errors());
    String mapping = Files.readString(folder.resolve("user/user/PersonMapping.java"));
    assertTrue(mapping.contains("home_city TEXT NOT NULL"), mapping);
    assertTrue(mapping.contains("home_lines TEXT NOT NULL"), mapping);
    assertTrue(mapping.lines().anyMatch(line -> line.strip().startsWith("home_street TEXT,")));
    assertTrue(mapping.lines().anyMatch(line -> line.strip().startsWith("home_map BLOB,")));
  }

  /** Compiled without generating, so that the index alone is in the way of its classes. */
  private Path library() {
    Path library = folder.resolve("library");
    Compiled.run(
        Compiler.JAVAC, library, List.of("-implicit:none"), List.of(new IndexProcessor()), LIBRARY);
    return library;
  }
}
