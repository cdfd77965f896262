package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the runtime keeps for the whole process. */
class StaticStateTest {
  private static final List<Class<?>> CONTAINERS =
      List.of(Map.class, Collection.class, ThreadLocal.class, Thread.class, Executor.class);

  /** Class files of the runtime, by name. */
  private static Map<String, byte[]> classFiles() throws IOException, URISyntaxException {
    Path place =
        Path.of(Database.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return classFiles(place);
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return classFiles(jar.getPath("/"));
    }
  }

  private static Map<String, byte[]> classFiles(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String name = root.relativize(file).toString().replace('\\', '/');
        if (name.startsWith("dev/") && name.endsWith(".class") && !name.contains("-info")) {
          files.put(
              name.substring(0, name.length() - 6).replace('/', '.'), Files.readAllBytes(file));
        }
      }
    }
    return files;
  }

  @Test
  void onlyOpenFilesAndEachThreadsRandomNumbersAreKept() throws Exception {
    List<String> kept = new ArrayList<>();
    for (String name : classFiles().keySet()) {
      for (Field field : fields(name)) {
        if (Modifier.isStatic(field.getModifiers()) && keepsSomething(field)) {
          kept.add(name + "." + field.getName());
        }
      }
    }
    assertEquals(
        List.of("dev.dbrazor.mapping.UuidV7.RANDOM", "dev.dbrazor.pool.OpenFiles.OPEN"), kept);
  }

  /** None for a class that needs an optional library. */
  private static Field[] fields(String name) throws ClassNotFoundException {
    try {
      return Class.forName(name, false, Database.class.getClassLoader()).getDeclaredFields();
    } catch (NoClassDefFoundError optional) {
      return new Field[0];
    }
  }

  private static boolean keepsSomething(Field field) throws IllegalAccessException {
    if (!Modifier.isFinal(field.getModifiers())) {
      return !field.isSynthetic();
    }
    if (CONTAINERS.stream().noneMatch(each -> each.isAssignableFrom(field.getType()))) {
      return false;
    }
    field.setAccessible(true);
    return !field.get(null).getClass().getName().startsWith("java.util.ImmutableCollections");
  }

  @Test
  void nothingIsDoneAtTheEndOfTheProcess() throws Exception {
    Map<String, byte[]> files = classFiles();
    assertTrue(files.size() > 100, () -> files.size() + " classes");
    files.forEach(
        (name, code) ->
            assertTrue(
                !new String(code, StandardCharsets.ISO_8859_1).contains("addShutdownHook"), name));
  }
}
