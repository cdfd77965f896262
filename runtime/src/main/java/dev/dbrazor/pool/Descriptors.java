package dev.dbrazor.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** The files this process has open, by whomever; known on Linux only. */
final class Descriptors {
  private static final Path OWN = Path.of("/proc/self/fd");

  private Descriptors() {}

  /** False when it cannot be known. */
  static boolean has(Path file) {
    String[] descriptors = OWN.toFile().list();
    Object wanted = descriptors == null ? null : key(file);
    if (wanted == null) {
      return false;
    }
    for (String descriptor : descriptors) {
      if (wanted.equals(key(OWN.resolve(descriptor)))) {
        return true;
      }
    }
    return false;
  }

  /** Device and number, so that other names of the file count; null when it is not there. */
  private static @Nullable Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    } catch (IOException e) {
      return null; // a descriptor: closed in the meantime
    }
  }
}
