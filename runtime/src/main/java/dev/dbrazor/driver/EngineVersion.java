package dev.dbrazor.driver;

import dev.dbrazor.DriverException;

/** Which versions of SQLite may be trusted with a file. */
public final class EngineVersion {
  /**
   * Older engines can corrupt a WAL file when two connections write and checkpoint at the same
   * instant.
   */
  private static final String OLDEST_SAFE = "3.51.3";

  private EngineVersion() {}

  /** Whether an engine, e.g. {@code 3.54.1}, is free of the error named above. */
  public static boolean isSafe(String version) {
    return ordinal(version) >= ordinal(OLDEST_SAFE);
  }

  /** Throws when {@link #isSafe} is false. */
  public static void requireSafe(String version) {
    if (!isSafe(version)) {
      throw new DriverException(danger(version));
    }
  }

  /** What is wrong with a version that is not safe. */
  public static String danger(String version) {
    return "SQLite "
        + version
        + " can corrupt a database in WAL mode; "
        + OLDEST_SAFE
        + " or newer is needed";
  }

  private static long ordinal(String version) {
    String[] parts = version.split("\\.");
    return Integer.parseInt(parts[0]) * 1_000_000L
        + Integer.parseInt(parts[1]) * 1_000L
        + (parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
  }
}
