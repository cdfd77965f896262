package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import org.jspecify.annotations.Nullable;

/** A prepared statement as its connection's cache keeps it. */
final class CachedStatement {
  final String sql;
  final DriverStatement statement;
  final boolean changesSchema;
  boolean inUse = true;

  /** What it scans; null until a guard has asked. */
  @Nullable Scans scans;

  /** Not in the cache any more, or never was: closed for good when given back. */
  boolean uncached;

  CachedStatement(String sql, DriverStatement statement, boolean changesSchema) {
    this.sql = sql;
    this.statement = statement;
    this.changesSchema = changesSchema;
  }
}
