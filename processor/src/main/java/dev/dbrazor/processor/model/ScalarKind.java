package dev.dbrazor.processor.model;

/** The scalar component types and the column type each is stored in (API table of types). */
public enum ScalarKind {
  BOOLEAN("INTEGER"),
  BYTE("INTEGER"),
  SHORT("INTEGER"),
  INT("INTEGER"),
  LONG("INTEGER"),
  FLOAT("REAL"),
  DOUBLE("REAL"),
  CHAR("TEXT"),
  STRING("TEXT"),
  BIG_INTEGER("TEXT"),
  BIG_DECIMAL("TEXT"),
  UUID("BLOB"),
  INSTANT("INTEGER"),
  DURATION("INTEGER"),
  LOCAL_DATE("TEXT"),
  LOCAL_TIME("TEXT"),
  LOCAL_DATE_TIME("TEXT"),
  BYTES("BLOB");

  private final String columnType;

  ScalarKind(String columnType) {
    this.columnType = columnType;
  }

  public String columnType() {
    return columnType;
  }
}
