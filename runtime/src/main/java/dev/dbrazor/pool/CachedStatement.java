package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;

/** A prepared statement as its connection's cache keeps it. */
final class CachedStatement {
  final String sql;
  final DriverStatement statement;
  final boolean changesSchema;
  boolean inUse = true;

  /** Not in the cache any more, or never was: closed for good when given back. */
  boolean uncached;

  CachedStatement(String sql, DriverStatement statement, boolean changesSchema) {
    this.sql = sql;
    this.statement = statement;
    this.changesSchema = changesSchema;
  }
}
