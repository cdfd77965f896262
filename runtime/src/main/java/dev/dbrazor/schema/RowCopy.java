package dev.dbrazor.schema;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.MigrationException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.UpgradeMethod;
import dev.dbrazor.mapping.VersionRow;
import dev.dbrazor.pool.Session;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Takes rows from the old table to the new one, in the order of their keys. */
final class RowCopy {
  private static final int CHUNK = 100_000;
  private static final int BEAT = 10_000;

  private final Session session;
  private final String from;
  private final String to;
  private final List<String> columns;
  private final List<String> expressions;
  private final LongConsumer progress;

  /**
   * @param columns of the new table
   * @param expressions over the old table's columns, one for each of {@code columns}
   * @param progress takes the number of rows done so far
   */
  RowCopy(
      Session session,
      String from,
      String to,
      List<String> columns,
      List<String> expressions,
      LongConsumer progress) {
    this.session = session;
    this.from = Sql.quoted(from);
    this.to = Sql.quoted(to);
    this.columns = columns;
    this.expressions = expressions;
    this.progress = progress;
  }

  /** By the engine alone, in chunks, between which progress is told and an interrupt is seen. */
  void bySql() {
    String insert =
        "INSERT INTO "
            + to
            + " ("
            + names(columns)
            + ") SELECT "
            + String.join(", ", expressions)
            + " FROM "
            + from
            + " WHERE rowid BETWEEN ?1 AND ?2 ORDER BY rowid";
    String next =
        "SELECT count(*), max(rowid) FROM (SELECT rowid FROM "
            + from
            + " WHERE rowid >= ?1 ORDER BY rowid LIMIT "
            + CHUNK
            + ")";
    long first = Long.MIN_VALUE;
    long done = 0;
    while (true) {
      long count;
      long last;
      try (DriverStatement statement = session.prepare(next)) {
        statement.bindInt64(1, first);
        statement.step();
        count = statement.int64(0);
        last = statement.int64(1);
      }
      if (count == 0) {
        return;
      }
      insert(insert, first, last);
      done += count;
      progress.accept(done);
      if (count < CHUNK || last == Long.MAX_VALUE) {
        return;
      }
      first = last + 1;
    }
  }

  private void insert(String sql, long first, long last) {
    try (DriverStatement statement = session.prepare(sql)) {
      statement.bindInt64(1, first);
      statement.bindInt64(2, last);
      statement.step();
    }
  }

  /**
   * Through the upgrade methods, row by row.
   *
   * @param old the old table's columns, as the old view names them
   * @param oldColumns the same as the table names them
   */
  void byMethods(List<String> old, List<String> oldColumns, List<UpgradeMethod> methods) {
    String select =
        "SELECT rowid, "
            + names(oldColumns)
            + ", "
            + String.join(", ", expressions)
            + " FROM "
            + from
            + " ORDER BY rowid";
    String places = columns.stream().map(each -> "?").collect(Collectors.joining(", "));
    String insert = "INSERT INTO " + to + " (" + names(columns) + ") VALUES (" + places + ")";
    VersionRow before = new VersionRow(old);
    VersionRow now = new VersionRow(columns);
    long done = 0;
    try (DriverStatement rows = session.prepare(select);
        DriverStatement statement = session.prepare(insert)) {
      while (rows.step()) {
        before.take(rows, 1);
        now.take(rows, 1 + old.size());
        long key = rows.int64(0);
        methods.forEach(method -> upgrade(method, before, now, key));
        now.bind(statement);
        store(statement, key);
        if (++done % BEAT == 0) {
          progress.accept(done);
        }
      }
    }
    progress.accept(done);
  }

  private static void store(DriverStatement statement, long key) {
    try {
      statement.step();
      statement.reset();
    } catch (DbRazorException e) {
      throw new MigrationException(
          e.details().withMessage("row " + key + " does not fit: " + e.getMessage()), e);
    }
  }

  private static void upgrade(UpgradeMethod method, VersionRow old, VersionRow now, long key) {
    try {
      if (method.rows() != null) {
        method.rows().upgrade(old, now);
      }
    } catch (Exception e) {
      throw new MigrationFailure(method.name() + " failed at row " + key + ": " + e, e);
    }
  }

  private static String names(List<String> columns) {
    return columns.stream().map(Sql::quoted).collect(Collectors.joining(", "));
  }
}
