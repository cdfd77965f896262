package dev.dbrazor.processor.dao.sql;

/** What SQLite stores a value as, as far as that is known. */
public enum Storage {
  INTEGER,
  REAL,
  TEXT,
  BLOB,
  UNKNOWN;

  /** What is common to both. */
  Storage or(Storage other) {
    return this == other ? this : UNKNOWN;
  }
}
