package dev.dbrazor.query;

import dev.dbrazor.hook.Hooks;

/** Changes of all rows that match a condition, with the hooks of plugins around them. */
final class HookedChanges {
  private HookedChanges() {}

  static long delete(Hooks hooks, Table<?> table, BoundSql sql) {
    String collection = table.source().collection();
    return hooks.change(
        table.access().changing(),
        () -> {
          hooks.beforeDeleteWhere(collection, sql.text());
          long rows = table.change(sql);
          hooks.afterDeleteWhere(collection, sql.text(), rows);
          return rows;
        });
  }

  static long update(Hooks hooks, Table<?> table, BoundSql sql) {
    String collection = table.source().collection();
    return hooks.change(
        table.access().changing(),
        () -> {
          hooks.beforeUpdateWhere(collection, sql.text());
          long rows = table.change(sql);
          hooks.afterUpdateWhere(collection, sql.text(), rows);
          return rows;
        });
  }
}
