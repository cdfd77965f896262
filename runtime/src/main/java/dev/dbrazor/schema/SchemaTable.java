package dev.dbrazor.schema;

import dev.dbrazor.StatementException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.TableDefinition;
import dev.dbrazor.pool.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code dbrazor_schema}: a row for each collection of the file. */
final class SchemaTable {
  static final String NAME = "dbrazor_schema";

  /** Between the rows that are read; no name of a collection can hold it. */
  private static final String SEPARATOR = "\u001F";

  private static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS dbrazor_schema (
        collection TEXT PRIMARY KEY COLLATE NOCASE,
        version INTEGER NOT NULL,
        fingerprint INTEGER NOT NULL,
        checksum INTEGER NOT NULL,
        cookie INTEGER NOT NULL,
        since INTEGER NOT NULL,
        definition TEXT NOT NULL
      ) STRICT, WITHOUT ROWID\
      """;

  /** All in one row: a program has to start nothing for the engine that lasts for one step. */
  private static final String READ =
      """
      SELECT (SELECT schema_version FROM pragma_schema_version), group_concat(
        format('%d %d %d %d %d %s', version, fingerprint, checksum, cookie, since, collection),
        char(31))
      FROM dbrazor_schema\
      """;

  private static final String WRITE =
      """
      INSERT INTO dbrazor_schema VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6)
      ON CONFLICT (collection) DO UPDATE SET
        version = ?2, fingerprint = ?3, checksum = ?4, definition = ?6,
        since = iif(version = ?2, since, ?5)\
      """;
  private static final String MARK =
      """
      UPDATE dbrazor_schema SET cookie = (SELECT schema_version FROM pragma_schema_version)
      WHERE cookie = ?1 OR collection = ?2\
      """;

  private SchemaTable() {}

  /**
   * All rows, by collection in lower case, as one read saw them.
   *
   * @param cookie the engine's count of schema changes at that moment
   */
  record Content(Map<String, StoredSchema> rows, long cookie) {
    static final Content NONE = new Content(Map.of(), -1);

    @Nullable StoredSchema of(String collection) {
      return rows.get(collection.toLowerCase(Locale.ROOT));
    }

    /** Whether a table is known to be what it should, and nothing has touched it since. */
    boolean isCurrent(TableDefinition table) {
      StoredSchema row = of(table.name());
      return row != null
          && row.cookie() == cookie
          && row.version() == table.version()
          && row.fingerprint() == Fingerprint.of(table);
    }
  }

  /** One statement, which fails where the table is not there: then it is empty. */
  static Content read(Session session) {
    try {
      return readRows(session);
    } catch (StatementException e) {
      // Somebody may have made it meanwhile; what fails for another reason fails again.
      return exists(session) ? readRows(session) : Content.NONE;
    }
  }

  private static Content readRows(Session session) {
    try (DriverStatement row = session.prepare(READ)) {
      row.step();
      String all = row.text(1);
      Map<String, StoredSchema> rows = new HashMap<>();
      for (String one : all == null ? new String[0] : all.split(SEPARATOR)) {
        StoredSchema stored = StoredSchema.parse(one);
        rows.put(stored.collection().toLowerCase(Locale.ROOT), stored);
      }
      return new Content(rows, row.int64(0));
    }
  }

  static boolean exists(Session session) {
    try (DriverStatement row =
        session.prepare("SELECT 1 FROM sqlite_schema WHERE name = '" + NAME + "'")) {
      return row.step();
    }
  }

  /** Notes what a collection is now; {@link #mark} has to follow. */
  static void write(Session session, TableDefinition table, long checksum) {
    ScratchDatabase.run(session, CREATE);
    try (DriverStatement row = session.prepare(WRITE)) {
      row.bindText(1, table.name());
      row.bindInt64(2, table.version());
      row.bindInt64(3, Fingerprint.of(table));
      row.bindInt64(4, checksum);
      row.bindInt64(5, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
      row.bindText(6, String.join(StoredSchema.SEPARATOR, table.statements()));
      row.step();
    }
  }

  /**
   * Says that a collection is as it should be, and so are those that were when this transaction
   * began.
   *
   * @param before the engine's count of schema changes then
   */
  static void mark(Session session, long before, String collection) {
    try (DriverStatement row = session.prepare(MARK)) {
      row.bindInt64(1, before);
      row.bindText(2, collection);
      row.step();
    }
  }

  /** Says so of all collections that are still what they were when their rows were written. */
  static void markUnchanged(Session session) {
    for (StoredSchema row : read(session).rows().values()) {
      List<SchemaEntry> entries = SchemaEntry.own(session, row.collection());
      if (Situation.checksum(entries) == row.checksum()) {
        mark(session, -1, row.collection());
      }
    }
  }

  /** The statements a collection was made by; empty when it has no row. */
  static List<String> definition(Session session, String collection) {
    try (DriverStatement row =
        session.prepare("SELECT definition FROM dbrazor_schema WHERE collection = ?1")) {
      row.bindText(1, collection);
      return row.step() ? StoredSchema.statements(String.valueOf(row.text(0))) : List.of();
    }
  }

  static long cookie(Session session) {
    try (DriverStatement row = session.prepare("PRAGMA schema_version")) {
      return row.step() ? row.int64(0) : -1;
    }
  }
}
