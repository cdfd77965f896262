package dev.dbrazor.hook;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Deadline;
import dev.dbrazor.pool.ForwardingStatement;
import dev.dbrazor.pool.Session;

/** A statement that calls the hooks of queries, before it is prepared and when it is closed. */
final class HookedStatement extends ForwardingStatement {
  private final DriverStatement statement;
  private final Hooks hooks;
  private final String collection;
  private final String sql;
  private long rows;
  private boolean run;
  private boolean failed;
  private boolean closed;

  HookedStatement(Session session, Deadline deadline, Hooks hooks, String collection, String sql) {
    this.hooks = hooks;
    this.collection = collection;
    this.sql = sql;
    hooks.beforeQuery(collection, sql);
    statement = session.prepare(sql, deadline);
  }

  @Override
  protected DriverStatement open() {
    return statement;
  }

  @Override
  public boolean step() {
    run = true;
    try {
      boolean row = statement.step();
      if (row) {
        rows++;
      } else if (statement.columnCount() == 0) {
        rows = statement.changes();
      }
      return row;
    } catch (DbRazorException e) {
      failed = true;
      throw e;
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      statement.close();
      if (run && !failed) {
        hooks.afterQuery(collection, sql, rows);
      }
    }
  }
}
