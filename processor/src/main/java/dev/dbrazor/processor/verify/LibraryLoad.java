package dev.dbrazor.processor.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads the library of sqlite-jdbc. By itself that asks a process of its own for the system, and
 * compares what it has unpacked byte by byte, which a compiler would wait for each time. So on
 * Linux the library is unpacked here and named to it; anywhere else, and where this fails, it does
 * it itself.
 */
final class LibraryLoad {
  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  /** As Java and sqlite-jdbc call a machine. */
  private static final Map<String, String> MACHINES =
      Map.of("amd64", "x86_64", "aarch64", "aarch64");

  /** A class loader may see many compilations. */
  private static boolean tried;

  private LibraryLoad() {}

  /** What is wrong is told when a connection is made; the caller has its turn. */
  static void run() {
    String machine = machine();
    boolean named = System.getProperty(FOLDER) != null || System.getProperty(NAME) != null;
    if (tried || named || machine == null) {
      return;
    }
    tried = true;
    Path file = file();
    try (InputStream library =
        LibraryLoad.class
            .getClassLoader()
            .getResourceAsStream("org/sqlite/native/Linux/" + machine + "/libsqlitejdbc.so")) {
      if (library != null) {
        Files.copy(library, file);
        load(file);
      }
    } catch (FileAlreadyExistsException e) {
      return; // somebody else's
    } catch (IOException e) {
      file.toFile().delete(); // sqlite-jdbc's own error will say what is wrong there
    }
  }

  /** As sqlite-jdbc calls its folders; null for others than these. */
  private static @Nullable String machine() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return null;
    }
    String machine = MACHINES.get(System.getProperty("os.arch"));
    return machine == null || Files.exists(Path.of("/lib/ld-musl-" + machine + ".so.1"))
        ? null
        : machine;
  }

  private static Path file() {
    return Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")))
        .resolve("dbrazor-" + Long.toHexString(System.nanoTime()) + ".so");
  }

  /** The file is gone afterwards: Linux keeps what is loaded. */
  private static void load(Path file) throws IOException {
    System.setProperty(FOLDER, String.valueOf(file.getParent()));
    System.setProperty(NAME, String.valueOf(file.getFileName()));
    try {
      SQLiteJDBCLoader.initialize();
    } catch (Exception e) {
      throw new IOException(e);
    } finally {
      System.clearProperty(FOLDER);
      System.clearProperty(NAME);
      Files.delete(file);
    }
  }
}
