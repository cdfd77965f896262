package dev.dbrazor.driver.jdbc;

import dev.dbrazor.driver.UnpackedLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteJDBCLoader;

/**
 * Loads the library of sqlite-jdbc. By itself that asks a process of its own for the system, and
 * compares what it has unpacked byte by byte: a third of the time its start takes. So on Linux the
 * library is unpacked here and named to it; anywhere else, and where this fails, it does it itself.
 */
final class LibraryLoad {
  private static final String FOLDER = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";
  private static final String LIBRARY = "libsqlitejdbc.so";

  private LibraryLoad() {}

  /** What it throws is sqlite-jdbc's. */
  static synchronized void run() throws Exception {
    String machine = machine();
    boolean named = System.getProperty(FOLDER) != null || System.getProperty(NAME) != null;
    if (machine == null || named || Files.exists(Path.of("/lib/ld-musl-" + machine + ".so.1"))) {
      SQLiteJDBCLoader.initialize();
    } else {
      unpackAndRun("org/sqlite/native/Linux/" + machine + "/" + LIBRARY);
    }
  }

  /** As sqlite-jdbc calls its folders; null for others than these. */
  private static @Nullable String machine() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return null;
    }
    String machine = System.getProperty("os.arch");
    return machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? machine : null;
  }

  static Path directory() {
    return Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")));
  }

  private static void unpackAndRun(String resource) throws Exception {
    try (UnpackedLibrary library = unpacked(resource)) {
      if (library != null) {
        System.setProperty(FOLDER, String.valueOf(library.file().getParent()));
        System.setProperty(NAME, LIBRARY);
      }
      SQLiteJDBCLoader.initialize();
    } finally {
      System.clearProperty(FOLDER);
      System.clearProperty(NAME);
    }
  }

  private static @Nullable UnpackedLibrary unpacked(String resource) {
    try (InputStream library =
        SQLiteJDBCLoader.class.getClassLoader().getResourceAsStream(resource)) {
      return library == null ? null : UnpackedLibrary.in(directory(), library, LIBRARY);
    } catch (IOException e) {
      return null; // its own error will say what is wrong there
    }
  }
}
