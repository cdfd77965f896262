package dev.dbrazor.driver;

import java.util.List;

/** A way to reach an SQLite engine. Stateless and shared by all threads. */
public interface Driver {
  /** {@code JDBC}, {@code NATIVE}: what messages and statistics call it. */
  String name();

  /** The engine's version, e.g. {@code 3.54.1}. */
  String engineVersion();

  /**
   * Which copy of SQLite this is, e.g. the library's file. Two copies must never have one file open
   * in the same process: when one closes it, the locks of the other are gone.
   */
  String engine();

  /**
   * Whether others in this process reach files through this very copy, as users of {@code java.sql}
   * do: then it is no harm when a file is open already.
   */
  boolean isEngineShared();

  /** Where the engine was looked for, in order, each with its outcome; the last one is in use. */
  List<String> tried();

  /** What is wrong with the engine that is used as told; mostly empty. */
  List<String> warnings();

  /** Opens one connection; nothing stays open when this throws. */
  DriverConnection open(OpenOptions options);
}
