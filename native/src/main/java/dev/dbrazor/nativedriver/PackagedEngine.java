package dev.dbrazor.nativedriver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An engine from the class or module path, unpacked into a directory of its own for the moment of
 * loading.
 */
record PackagedEngine(Path path) implements AutoCloseable {

  /** Its name: in {@code META-INF}, which is no package, so that modules do not hide it. */
  static String resource() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    String arch =
        machine.equals("amd64") ? "x86_64" : machine.equals("arm64") ? "aarch64" : machine;
    String folder = "META-INF/dbrazor/engine/";
    if (system.startsWith("windows")) {
      return folder + "windows-" + arch + "/sqlite3.dll";
    }
    return system.startsWith("mac")
        ? folder + "macos-" + arch + "/libsqlite3.dylib"
        : folder + "linux-" + arch + "/libsqlite3.so";
  }

  static Optional<PackagedEngine> find(@Nullable ClassLoader loader) throws IOException {
    String resource = resource();
    try (InputStream library =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return library == null ? Optional.empty() : Optional.of(unpacked(library, resource));
    }
  }

  private static PackagedEngine unpacked(InputStream library, String resource) throws IOException {
    Path directory = Files.createTempDirectory("dbrazor-engine");
    PackagedEngine engine =
        new PackagedEngine(directory.resolve(resource.substring(resource.lastIndexOf('/') + 1)));
    try {
      Files.copy(library, engine.path);
      return engine;
    } catch (IOException e) {
      engine.close();
      throw e;
    }
  }

  /** Removes the file, at the latest with the process: Windows keeps a loaded one. */
  @Override
  public void close() {
    Path directory = path.resolveSibling("");
    try {
      Files.deleteIfExists(path);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      directory.toFile().deleteOnExit();
      path.toFile().deleteOnExit();
    }
  }
}
