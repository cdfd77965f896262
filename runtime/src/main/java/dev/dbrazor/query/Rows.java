package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs statements that read. */
final class Rows {
  private Rows() {}

  /** All results, in an unmodifiable list that may hold null. */
  static <T> List<T> all(Sessions sessions, BoundSql sql, Selection<T> selection) {
    return Collections.unmodifiableList(sessions.read(session -> all(session, sql, selection)));
  }

  /** All results, in a list that may hold null. */
  static <T> List<T> all(Session session, BoundSql sql, Selection<T> selection) {
    List<T> found = new ArrayList<>();
    try (DriverStatement statement = session.prepare(sql.text())) {
      sql.bind(statement);
      statement.readAhead();
      ResultRow row = new ResultRow(statement, selection.names());
      while (statement.step()) {
        found.add(selection.read(row));
      }
      return found;
    } catch (DbRazorException e) {
      throw sql.explain(e);
    }
  }

  static long number(Sessions sessions, BoundSql sql) {
    return sessions.read(session -> number(session, sql));
  }

  /** The integer in the first column of the first row. */
  static long number(Session session, BoundSql sql) {
    try (DriverStatement statement = session.prepare(sql.text())) {
      sql.bind(statement);
      statement.step();
      return statement.int64(0);
    } catch (DbRazorException e) {
      throw sql.explain(e);
    }
  }
}
