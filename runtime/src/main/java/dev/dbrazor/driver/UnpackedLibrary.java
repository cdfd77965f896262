package dev.dbrazor.driver;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A native library that was packed in a jar, in a directory of its own for the moment of loading.
 *
 * @param file only this user can read and write it, where the system knows users
 */
public record UnpackedLibrary(Path file) implements AutoCloseable {

  /**
   * Copies the library into a new directory of a directory.
   *
   * @param name the file's name, without directories
   */
  public static UnpackedLibrary in(Path directory, InputStream library, String name)
      throws IOException {
    UnpackedLibrary unpacked = new UnpackedLibrary(newDirectory(directory).resolve(name));
    try (OutputStream out = new FileOutputStream(unpacked.file.toFile())) {
      library.transferTo(out);
      return unpacked;
    } catch (IOException e) {
      unpacked.close();
      throw e;
    }
  }

  /**
   * As {@code Files.createTempDirectory} makes them, without starting the machine's secure random
   * numbers for a name: it need not be secret, since a directory that is there is not taken.
   */
  private static Path newDirectory(Path parent) throws IOException {
    for (long number = System.nanoTime(); ; number++) {
      try {
        return Files.createDirectory(
            parent.resolve("dbrazor-" + Long.toHexString(number)), permissions());
      } catch (FileAlreadyExistsException e) {
        continue;
      }
    }
  }

  private static FileAttribute<?>[] permissions() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Removes it, at the latest with the process: Windows keeps a loaded one. */
  @Override
  public void close() {
    Path directory = file.resolveSibling("");
    try {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    } catch (IOException e) {
      directory.toFile().deleteOnExit();
      file.toFile().deleteOnExit();
    }
  }
}
