package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.ColumnType;

/** SQLite's numbers of the storage classes, see https://www.sqlite.org/c3ref/c_blob.html. */
final class StorageClass {
  static final int INTEGER = 1;
  static final int FLOAT = 2;
  static final int TEXT = 3;
  static final int BLOB = 4;
  static final int NULL = 5;

  private static final ColumnType[] TYPES = {
    ColumnType.NULL, ColumnType.INTEGER, ColumnType.FLOAT, ColumnType.TEXT, ColumnType.BLOB
  };

  private StorageClass() {}

  static ColumnType type(int number) {
    return TYPES[number % TYPES.length];
  }
}
