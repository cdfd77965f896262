package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one connection knows of changes: its own, while somebody asks for them, and others'. */
final class ChangeRecord {
  private final DriverConnection connection;

  /** Those run since the last commit; null when nobody asks. */
  private @Nullable Set<String> statements;

  /** The engine's number for the last state this connection has seen. */
  private long version = -1;

  ChangeRecord(DriverConnection connection) {
    this.connection = connection;
  }

  /** Begins anew, or ends. */
  void record(boolean wanted) {
    statements = wanted ? new HashSet<>() : null;
  }

  void add(String sql) {
    if (statements != null) {
      statements.add(sql);
    }
  }

  void rolledBack() {
    record(statements != null);
  }

  /**
   * Ends recording: the statements that were committed; null when others may have committed, too,
   * or nothing was recorded.
   */
  @Nullable Set<String> take() {
    Set<String> committed = statements;
    statements = null;
    return changedByOthers() ? null : committed;
  }

  /** Whether the file was changed by another connection since this was last asked. */
  boolean changedByOthers() {
    try (DriverStatement statement = connection.prepare("PRAGMA data_version")) {
      statement.step();
      long now = statement.int64(0);
      boolean changed = now != version;
      version = now;
      return changed;
    } catch (DbRazorException e) {
      return true;
    }
  }
}
