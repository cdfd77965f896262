package dev.dbrazor;

/** Which driver reaches the engine. */
public enum DriverChoice {
  /** The fastest one that is there. */
  AUTO,
  /** sqlite-jdbc, on every Java. */
  JDBC,
  /** Foreign memory, from a module of its own. */
  NATIVE
}
