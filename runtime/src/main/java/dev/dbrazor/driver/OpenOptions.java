package dev.dbrazor.driver;

import dev.dbrazor.ConfigurationException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * How one connection is opened.
 *
 * @param file the database file
 * @param mode whether it may be written or made
 * @param busyTimeout how long the engine waits for locks of other connections; milliseconds count
 * @param maxValueBytes the longest text, BLOB or row
 */
public record OpenOptions(Path file, OpenMode mode, Duration busyTimeout, int maxValueBytes) {
  private static final int MAX_SQL_BYTES = 1_000_000;

  /**
   * The absolute name to give the engine. What follows {@code ?} would be obeyed as settings, and
   * some prefixes mean other things than files: such names are refused.
   */
  public String fileName() {
    if (file.getFileSystem() != FileSystems.getDefault()) {
      throw new ConfigurationException(
          List.of("path " + file + " is not in the default file system"));
    }
    String name = file.toAbsolutePath().toString();
    if (isSpecial(file.toString()) || name.indexOf('?') >= 0 || name.indexOf('\0') >= 0) {
      throw new ConfigurationException(
          List.of(
              "path '"
                  + file
                  + "' must be a plain file name, without '?', ':memory:', ':resource:' or 'file:'"));
    }
    return name;
  }

  /** Whether SQLite, or its JDBC driver, would take it for something else than a file. */
  public static boolean isSpecial(String name) {
    return name.startsWith(":memory:") || name.startsWith(":resource:") || name.startsWith("file:");
  }

  /** The busy timeout as the engine takes it. */
  public int busyMillis() {
    return (int) Math.min(Integer.MAX_VALUE, busyTimeout.toMillis());
  }

  /** The longest statement text. */
  public int maxSqlBytes() {
    return Math.min(MAX_SQL_BYTES, maxValueBytes);
  }

  /** How many other files a statement may attach: what copies the file needs one. */
  public int maxAttached() {
    return mode == OpenMode.MAINTENANCE ? 1 : 0;
  }
}
