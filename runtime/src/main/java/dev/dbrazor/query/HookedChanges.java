package dev.dbrazor.query;

import dev.dbrazor.Hook;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.pool.Sessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A change of all rows that match a condition, with the hooks of plugins around it. */
final class HookedChanges<R> {
  private final Hooks hooks;
  private final Table<R> table;
  private final Clauses clauses;
  private final Sessions sessions;
  private final String collection;

  HookedChanges(Hooks hooks, Table<R> table, Clauses clauses) {
    this.hooks = hooks;
    this.table = table;
    this.clauses = clauses;
    this.sessions = table.access().changing();
    this.collection = table.source().collection();
  }

  long delete(BoundSql sql) {
    return hooks.change(
        sessions,
        () -> {
          hooks.beforeDeleteWhere(collection, sql.text());
          Map<Object, R> before = rows();
          long rows = table.change(sql);
          hooks.afterDeleteWhere(collection, sql.text(), rows);
          before.forEach((id, row) -> hooks.changed(collection, id, (Record) row, null));
          return rows;
        });
  }

  long update(BoundSql sql) {
    return hooks.change(
        sessions,
        () -> {
          hooks.beforeUpdateWhere(collection, sql.text());
          Map<Object, R> before = rows();
          long rows = table.change(sql);
          hooks.afterUpdateWhere(collection, sql.text(), rows);
          before.forEach(this::updated);
          return rows;
        });
  }

  private void updated(Object id, R before) {
    for (R after : Rows.all(sessions, table.byId(id), table)) {
      hooks.changed(collection, id, (Record) before, (Record) after);
    }
  }

  /** Those that will be changed, by id, where a hook wants to know. */
  private Map<Object, R> rows() {
    Map<Object, R> rows = new LinkedHashMap<>();
    if (hooks.has(Hook.CHANGE)) {
      SqlWriter out = new SqlWriter();
      clauses.render(out, table::render);
      List<R> found = Rows.all(sessions, table.access().finish(out), table);
      found.forEach(row -> rows.put(table.id(row), row));
    }
    return rows;
  }
}
