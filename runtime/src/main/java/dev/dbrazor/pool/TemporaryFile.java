package dev.dbrazor.pool;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.StorageException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file behind an in-memory database, alone in a directory only this user can enter. The
 * engine's own in-memory databases lock whole tables against each other and know no WAL.
 */
public final class TemporaryFile {
  private TemporaryFile() {}

  /** The path of a file that does not exist yet, in a new directory. */
  public static Path create() {
    try {
      return Files.createTempDirectory("dbrazor").toRealPath().resolve("memory.db");
    } catch (IOException e) {
      throw new StorageException(
          ErrorDetails.of(
              ErrorCode.STORAGE, "Cannot make a temporary directory: " + e.getMessage()),
          e);
    }
  }

  /**
   * Deletes the file, what the engine keeps beside it, and the directory; what remains is logged.
   */
  public static void delete(Path file) {
    Path directory = file.getParent();
    try (Stream<Path> found = Files.list(directory)) {
      List<Path> files = found.toList();
      for (Path each : files) {
        Files.delete(each);
      }
      Files.delete(directory);
    } catch (IOException e) {
      PoolLog.LOG.log(Level.WARNING, "Cannot delete " + directory, e);
    }
  }
}
