package dev.dbrazor;

import java.util.List;

/**
 * The driver a database uses.
 *
 * @param name {@code JDBC} or {@code NATIVE}
 * @param engineVersion SQLite's version
 * @param reason why this one, and who asked for it if somebody did
 * @param tried what was looked for, in order, each with its outcome
 * @param warnings what should be mended: why a faster driver that is there cannot be used, or what
 *     is wrong with an engine that is used as told; they were logged, too
 */
public record DriverInfo(
    String name, String engineVersion, String reason, List<String> tried, List<String> warnings) {
  public DriverInfo {
    tried = List.copyOf(tried);
    warnings = List.copyOf(warnings);
  }
}
