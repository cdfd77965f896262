package dev.dbrazor;

/** Which driver reaches the engine. */
public enum DriverChoice {
  /**
   * The one that the system property {@code dbrazor.driver} names, or else the environment variable
   * {@code DBRAZOR_DRIVER}, in any case; else the fastest one that is there.
   */
  AUTO,
  /** sqlite-jdbc, on every Java. */
  JDBC,
  /**
   * Foreign memory, from a module of its own, on Java 22 and newer.
   *
   * <p>Its SQLite is another copy than sqlite-jdbc's, and two copies that have one file open in one
   * process drop each other's locks. A file that is open already is therefore refused with a {@link
   * DriverException}, on Linux, where the process's open files can be listed; on other systems, and
   * when a connection of {@code java.sql} is made afterwards, nothing can be detected.
   */
  NATIVE
}
