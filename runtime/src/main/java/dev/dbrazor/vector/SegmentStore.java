package dev.dbrazor.vector;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.VectorStatements;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An index as it is kept in the file, in the table of segments: number 0 says what belongs together
 * and for which state of the log, the others are segments.
 */
final class SegmentStore {
  private static final Logger LOG = System.getLogger("dev.dbrazor.vector");

  private final VectorStatements sql;
  private final ChangeLog log;
  private boolean warned;

  SegmentStore(VectorStatements sql) {
    this.sql = sql;
    this.log = new ChangeLog(sql);
  }

  /** What was stored; null when nothing was, or when it is damaged, which is warned of once. */
  @Nullable View load(Session session) {
    List<byte[]> contents = new ArrayList<>();
    try (DriverStatement statement = session.prepare(sql.segments())) {
      while (statement.step()) {
        byte[] content = statement.blob(1);
        contents.add(content == null ? new byte[0] : content);
      }
    }
    if (contents.isEmpty()) {
      return null;
    }
    try {
      return SegmentFormat.read(contents, sql.metric(), sql.dimensions());
    } catch (SegmentFormat.DamagedException e) {
      if (!warned) {
        warned = true;
        LOG.log(
            Level.WARNING,
            "The stored sketches of "
                + sql.column()
                + " are damaged ("
                + e.getMessage()
                + "); they are made anew from the rows");
      }
      return null;
    }
  }

  /**
   * Stores a view, and forgets the log before it. Nothing happens when the log is not the one that
   * the view was made by, or when what is stored is as new.
   */
  void store(Sessions sessions, View view) {
    sessions.atomically(session -> write(session, view));
  }

  private boolean write(Session session, View view) {
    if (log.since(session, view.latest()) == null) {
      return false;
    }
    List<byte[]> contents = SegmentFormat.write(view, sql.metric());
    for (int number = 0; number < contents.size(); number++) {
      try (DriverStatement statement = session.prepare(sql.store())) {
        statement.bindInt64(1, number);
        statement.bindBlob(2, contents.get(number));
        statement.step();
      }
    }
    run(session, sql.drop(), contents.size() - 1L);
    run(session, sql.trim(), view.latest().sequence());
    return true;
  }

  private static void run(Session session, String text, long parameter) {
    try (DriverStatement statement = session.prepare(text)) {
      statement.bindInt64(1, parameter);
      statement.step();
    }
  }
}
