package dev.dbrazor.pool;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.FullScanException;
import dev.dbrazor.driver.DriverStatement;
import java.util.List;

/**
 * Refuses statements that read all of a table with many rows. What a statement scans is found out
 * once for each prepared one; only of those that scan is the number of rows looked at again, now
 * and then, since tables grow.
 *
 * @param limit rows a table may have and still be scanned
 */
public record ScanGuard(long limit) {
  void check(Session session, CachedStatement statement) {
    Scans scans = statement.scans;
    if (scans == null) {
      scans = Scans.of(session, statement.sql);
      statement.scans = scans;
    }
    if (scans.isDue(limit)) {
      for (Scans.Table table : scans.tables()) {
        requireSmall(session, statement.sql, table);
      }
      scans.passed(limit);
    }
  }

  /** Counts no further than the limit. */
  private void requireSmall(Session session, String sql, Scans.Table table) {
    String count =
        "SELECT count(*) FROM (SELECT 1 FROM " + table.quoted() + " LIMIT " + (limit + 1) + ")";
    try (DriverStatement statement = session.prepare(count)) {
      statement.step();
      if (statement.int64(0) > limit) {
        throw refused(sql, table, MissingIndex.of(session, sql, table));
      }
    }
  }

  private FullScanException refused(String sql, Scans.Table table, List<String> missing) {
    String remedy =
        missing.isEmpty() ? "" : "an index on " + String.join(", ", missing) + " would help; ";
    String message =
        "The statement reads all rows of "
            + table.name()
            + ", which has more than "
            + limit
            + "; "
            + remedy
            + "permit it by allowScan() of the query, @AllowScan on the method of its @Query, or"
            + " Database.allowScans";
    ErrorDetails details =
        ErrorDetails.of(ErrorCode.FULL_SCAN, message)
            .withSql(sql)
            .withCollection(table.name())
            .withColumns(missing);
    return new FullScanException(details, limit + 1);
  }
}
