package dev.dbrazor.processor.dao.sql;

/** Whether a value can be NULL. */
public enum Nullness {
  /** Proven: it never is. */
  NEVER,
  /** Not proven either way. */
  UNKNOWN,
  /** It can be, by the schema or an outer join. */
  POSSIBLE;

  /** Of a value that is NULL when one of two others is. */
  Nullness or(Nullness other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
