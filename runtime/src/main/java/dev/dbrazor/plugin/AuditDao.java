package dev.dbrazor.plugin;

import dev.dbrazor.Database;
import dev.dbrazor.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the audit log of a database, in which {@link AuditLog} writes. Shared by all threads. */
public final class AuditDao {
  private static final String ALL =
      "SELECT number, at, actor, collection, record_id, before, after FROM dbrazor_audit ";

  private final Database db;

  public AuditDao(Database db) {
    this.db = db;
  }

  /** What happened to one record, oldest first. */
  public List<AuditEntry> of(String collection, Object id) {
    return db.query(
        ALL + "WHERE collection = ? AND record_id = ? ORDER BY number",
        AuditDao::entry,
        collection,
        id.toString());
  }

  /** What somebody did, oldest first. */
  public List<AuditEntry> by(String actor) {
    return db.query(ALL + "WHERE actor = ? ORDER BY number", AuditDao::entry, actor);
  }

  /** The latest entries, newest first. */
  public List<AuditEntry> latest(int most) {
    return db.query(ALL + "ORDER BY number DESC LIMIT ?", AuditDao::entry, most);
  }

  private static AuditEntry entry(Row row) {
    return new AuditEntry(
        row.int64(0),
        Instant.EPOCH.plus(row.int64(1), ChronoUnit.MICROS),
        row.text(2),
        row.text(3),
        row.text(4),
        Optional.ofNullable(row.textOrNull(5)),
        Optional.ofNullable(row.textOrNull(6)));
  }

  static void create(Database db) {
    db.execute(
        """
        CREATE TABLE IF NOT EXISTS dbrazor_audit (
          number INTEGER PRIMARY KEY AUTOINCREMENT,
          at INTEGER NOT NULL,
          actor TEXT NOT NULL,
          collection TEXT NOT NULL,
          record_id TEXT NOT NULL,
          before TEXT,
          after TEXT
        ) STRICT""");
    db.execute(
        "CREATE INDEX IF NOT EXISTS dbrazor_audit_record ON dbrazor_audit (collection, record_id)");
  }

  void add(
      Instant at,
      String actor,
      String collection,
      String id,
      @Nullable String before,
      @Nullable String after) {
    db.execute(
        "INSERT INTO dbrazor_audit (at, actor, collection, record_id, before, after)"
            + " VALUES (?, ?, ?, ?, ?, ?)",
        at.truncatedTo(ChronoUnit.MICROS),
        actor,
        collection,
        id,
        before,
        after);
  }
}
