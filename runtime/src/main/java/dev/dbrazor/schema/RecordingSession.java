package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Deadline;
import dev.dbrazor.pool.Session;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Remembers each statement that changes something, once, in the order of its first use. */
final class RecordingSession implements Session {
  private final Session session;
  private final Set<String> changes = new LinkedHashSet<>();

  RecordingSession(Session session) {
    this.session = session;
  }

  @Override
  public DriverStatement prepare(String sql, Deadline deadline) {
    String verb = sql.stripLeading().toUpperCase(Locale.ROOT);
    if (!verb.startsWith("SELECT") && !verb.startsWith("PRAGMA") && !verb.startsWith("EXPLAIN")) {
      changes.add(sql);
    }
    return session.prepare(sql, deadline);
  }

  List<String> changes() {
    return List.copyOf(changes);
  }
}
