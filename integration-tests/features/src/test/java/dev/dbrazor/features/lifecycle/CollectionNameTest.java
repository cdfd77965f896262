package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CollectionException;
import dev.dbrazor.Database;
import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One collection, one record. */
class CollectionNameTest extends EveryStorage {
  private static final String RECORD =
      """
      package user;

      @dev.dbrazor.annotation.Collection("things")
      record %s(@dev.dbrazor.annotation.Id long id) {}
      """;

  @Test
  void twoRecordsForOneNameDoNotCompile(@TempDir Path output) {
    Compilation compilation =
        Compilation.of(
            output,
            Map.of("user.One", RECORD.formatted("One"), "user.Two", RECORD.formatted("Two")));
    assertFalse(compilation.success());
    assertTrue(
        compilation.errors().stream().anyMatch(e -> e.contains("things")),
        compilation.errors().toString());
  }

  @Test
  void twoRecordsForOneNameInOneDatabaseAreATypedError(@TempDir Path output)
      throws ReflectiveOperationException, IOException {
    String twin = RECORD.formatted("Twin").replace("record", "public record");
    List<String> options = List.of("-classpath", classPathWithoutTests());
    Compilation compilation = Compilation.of(output, options, Map.of("user.Twin", twin));
    assertTrue(compilation.success(), compilation.errors().toString());
    try (URLClassLoader loader = new URLClassLoader(new URL[] {output.toUri().toURL()})) {
      Class<?> dao = loader.loadClass("user.TwinDao");
      dao.getConstructor(Database.class).newInstance(db);
    }
    CollectionException error = assertThrows(CollectionException.class, () -> new ThingDao(db));
    assertTrue(error.getMessage().contains("things"), error.getMessage());
    assertEquals(0, db.query("SELECT 1 FROM things", row -> 1).size());
  }

  @Test
  void anUnknownCollectionIsATypedErrorThatNamesIt() {
    CollectionException error =
        assertThrows(CollectionException.class, () -> db.collection("nowhere"));
    assertTrue(error.getMessage().contains("nowhere"), error.getMessage());
    new ThingDao(db);
    assertEquals(1, db.collections().size());
    assertEquals(db.collections().get(0), db.collection("things"));
  }

  private static String classPathWithoutTests() {
    return Arrays.stream(JavaProcess.classPath().split(File.pathSeparator))
        .filter(entry -> !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
