package dev.dbrazor.driver;

/** SQLite's storage classes (https://www.sqlite.org/datatype3.html). */
public enum ColumnType {
  NULL,
  INTEGER,
  FLOAT,
  TEXT,
  BLOB
}
