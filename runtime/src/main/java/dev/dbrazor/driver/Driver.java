package dev.dbrazor.driver;

/** A way to reach an SQLite engine. Stateless and shared by all threads. */
public interface Driver {
  /** {@code JDBC}, {@code NATIVE}: what messages and statistics call it. */
  String name();

  /** The engine's version, e.g. {@code 3.54.1}. */
  String engineVersion();

  /** Opens one connection; nothing stays open when this throws. */
  DriverConnection open(OpenOptions options);
}
