package dev.dbrazor;

import java.util.List;

/**
 * The driver a database uses.
 *
 * @param name {@code JDBC} or {@code NATIVE}
 * @param engineVersion SQLite's version
 * @param reason why this one
 * @param tried what was looked for, in order, each with its outcome
 */
public record DriverInfo(String name, String engineVersion, String reason, List<String> tried) {
  public DriverInfo {
    tried = List.copyOf(tried);
  }
}
