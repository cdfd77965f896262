package dev.dbrazor.pool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files this process has open, by whomever; known on Linux only. */
final class Descriptors {
  private static final Path OWN = Path.of("/proc/self/fd");

  private Descriptors() {}

  /** False when it cannot be known. */
  static boolean has(Path file) {
    if (!Files.isDirectory(OWN) || !Files.exists(file)) {
      return false;
    }
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(OWN)) {
      for (Path descriptor : descriptors) {
        if (isSame(descriptor, file)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** By device and number, so that other names of the file count. */
  private static boolean isSame(Path descriptor, Path file) {
    try {
      return Files.isSameFile(descriptor, file);
    } catch (IOException e) {
      return false; // closed in the meantime
    }
  }
}
