package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.UnpackedLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An engine on the class or module path. */
final class PackagedEngine {
  private PackagedEngine() {}

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

  /** Null when there is none. */
  static @Nullable UnpackedLibrary unpack(@Nullable ClassLoader loader) throws IOException {
    String resource = resource();
    try (InputStream library =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      return library == null
          ? null
          : UnpackedLibrary.in(
              Path.of(System.getProperty("java.io.tmpdir")),
              library,
              resource.substring(resource.lastIndexOf('/') + 1));
    }
  }
}
