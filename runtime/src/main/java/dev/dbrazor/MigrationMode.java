package dev.dbrazor;

/** When collections that are in an earlier version are brought to the program's. */
public enum MigrationMode {
  /** When a DAO of the collection is made. */
  AUTOMATIC,
  /**
   * When {@link Migrations#apply} is called; until then such a collection refuses writes. Tables
   * that do not exist are made all the same.
   */
  MANUAL
}
