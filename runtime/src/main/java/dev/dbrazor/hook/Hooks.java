package dev.dbrazor.hook;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.Hook;
import dev.dbrazor.PluginException;
import dev.dbrazor.RecordLookup;
import dev.dbrazor.TransactionState;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.TransactionBody;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plugins of one database in the order of their registration, by the hooks they have;
 * immutable. A database without plugins has none of these.
 */
public final class Hooks {
  private final PooledSessions pool;
  private final Errors errors;
  private final Registered[] inserts;
  private final Registered[] updates;
  private final Registered[] deletes;
  private final Registered[] queries;
  private final Registered[] transactions;
  private final Registered[] rows;
  private final @Nullable RecordLookup lookup;
  private final boolean changes;

  /**
   * @param errors shared with the earlier hooks of the same database
   */
  public Hooks(List<Registered> plugins, PooledSessions pool, Errors errors) {
    this.pool = pool;
    this.errors = errors;
    inserts = with(Hook.INSERT, plugins);
    updates = with(Hook.UPDATE, plugins);
    deletes = with(Hook.DELETE, plugins);
    queries = with(Hook.QUERY, plugins);
    transactions = with(Hook.TRANSACTION, plugins);
    rows = with(Hook.CHANGE, plugins);
    lookup =
        plugins.stream()
            .filter(p -> p.plugin() instanceof RecordLookup)
            .map(p -> (RecordLookup) p.plugin())
            .findFirst()
            .orElse(null);
    changes =
        rows.length + inserts.length + updates.length + deletes.length + transactions.length > 0;
  }

  private static Registered[] with(Hook hook, List<Registered> plugins) {
    return plugins.stream().filter(p -> p.has(hook)).toArray(Registered[]::new);
  }

  /** For statements that read, and for the user's own ones, which ask the collection. */
  public Sessions statements(String collection, Sessions sessions) {
    return new HookedSessions(this, sessions, queries.length == 0 ? null : collection);
  }

  /** Whether any plugin wants to know of this kind of change. */
  public boolean has(Hook hook) {
    return switch (hook) {
      case INSERT -> inserts.length > 0;
      case UPDATE -> updates.length > 0;
      case DELETE -> deletes.length > 0;
      case QUERY -> queries.length > 0;
      case TRANSACTION -> transactions.length > 0;
      case CHANGE -> rows.length > 0;
      case ERROR -> true;
    };
  }

  public <R extends Record> R beforeInsert(String collection, R record) {
    R changed = record;
    for (Registered plugin : inserts) {
      changed = replaced(plugin, "beforeInsert", changed, r -> p -> p.beforeInsert(collection, r));
    }
    return changed;
  }

  public <R extends Record> R beforeUpdate(String collection, R record) {
    R changed = record;
    for (Registered plugin : updates) {
      changed = replaced(plugin, "beforeUpdate", changed, r -> p -> p.beforeUpdate(collection, r));
    }
    return changed;
  }

  // The class is compared.
  @SuppressWarnings("unchecked")
  private static <R extends Record> R replaced(
      Registered plugin, String hook, R record, Function<R, HookCall<Record>> call) {
    Record result = plugin.before(hook, record, call.apply(record));
    if (result == null || result.getClass() != record.getClass()) {
      throw new PluginException(
          "Plugin '"
              + plugin.name()
              + "' returned from "
              + hook
              + " "
              + (result == null ? "null" : "a " + result.getClass().getName())
              + " instead of a "
              + record.getClass().getName());
    }
    return (R) result;
  }

  public void afterInsert(String collection, Record stored) {
    after(inserts, "afterInsert", p -> p.afterInsert(collection, stored));
  }

  public void afterUpdate(String collection, Record stored) {
    after(updates, "afterUpdate", p -> p.afterUpdate(collection, stored));
  }

  public void beforeDelete(String collection, Object id) {
    before(deletes, "beforeDelete", p -> p.beforeDelete(collection, id));
  }

  public void afterDelete(String collection, Object id) {
    after(deletes, "afterDelete", p -> p.afterDelete(collection, id));
  }

  public void beforeUpdateWhere(String collection, String sql) {
    before(updates, "beforeUpdateWhere", p -> p.beforeUpdateWhere(collection, sql));
  }

  public void afterUpdateWhere(String collection, String sql, long rows) {
    after(updates, "afterUpdateWhere", p -> p.afterUpdateWhere(collection, sql, rows));
  }

  public void beforeDeleteWhere(String collection, String sql) {
    before(deletes, "beforeDeleteWhere", p -> p.beforeDeleteWhere(collection, sql));
  }

  public void afterDeleteWhere(String collection, String sql, long rows) {
    after(deletes, "afterDeleteWhere", p -> p.afterDeleteWhere(collection, sql, rows));
  }

  public void changed(
      String collection, Object id, @Nullable Record before, @Nullable Record after) {
    after(rows, "onChange", p -> p.onChange(collection, id, before, after));
  }

  /** Who may answer by itself what record has an id. */
  public @Nullable RecordLookup lookup() {
    return lookup;
  }

  void beforeQuery(String collection, String sql) {
    before(queries, "beforeQuery", p -> p.beforeQuery(collection, sql));
  }

  void afterQuery(String collection, String sql, long rows) {
    after(queries, "afterQuery", p -> p.afterQuery(collection, sql, rows));
  }

  private static void before(Registered[] plugins, String hook, HookCall.Silent call) {
    for (Registered plugin : plugins) {
      plugin.before(hook, call);
    }
  }

  /** Every plugin is called; then the first failure of a strict one is thrown. */
  private void after(Registered[] plugins, String hook, HookCall.Silent call) {
    PluginException thrown = null;
    for (Registered plugin : plugins) {
      PluginException failure = plugin.after(hook, call);
      if (failure != null) {
        if (plugin.isStrict() && thrown == null) {
          thrown = failure;
        } else {
          errors.report(failure);
        }
      }
    }
    if (thrown != null) {
      throw thrown;
    }
  }

  /** One change with its hooks, all or nothing. */
  public <T> T change(Sessions sessions, Supplier<T> body) {
    return reporting(
        () -> changes ? transaction(() -> sessions.atomically(session -> body.get())) : body.get());
  }

  /** Runs a call of the user; its failure is told. */
  <T extends @Nullable Object> T reporting(Supplier<T> body) {
    try {
      return body.get();
    } catch (DbRazorException e) {
      errors.report(e);
      throw e;
    }
  }

  /** Calls the hooks of an outermost transaction around it; {@code body} begins and ends it. */
  public <T extends @Nullable Object, X extends Throwable> T transaction(TransactionBody<T, X> body)
      throws X {
    if (transactions.length == 0 || pool.inTransaction()) {
      return body.run();
    }
    beforeTransaction();
    return committing(body);
  }

  public void beforeTransaction() {
    before(transactions, "beforeTransaction", p -> p.beforeTransaction());
  }

  /** Calls the hooks of a transaction's end; {@code body} ends it. */
  public <T extends @Nullable Object, X extends Throwable> T committing(TransactionBody<T, X> body)
      throws X {
    T result;
    try {
      result = body.run();
    } catch (Throwable e) {
      rolledBack(e);
      throw e;
    }
    committed();
    return result;
  }

  /** For an end without a result. */
  public void committing(Runnable body) {
    this.<@Nullable Void, RuntimeException>committing(
        () -> {
          body.run();
          return null;
        });
  }

  /** Tells plugins of it; their failures are suppressed in it. */
  public void rolledBack(Throwable error) {
    for (Registered plugin : transactions) {
      PluginException failure =
          plugin.after("onTransactionError", p -> p.onTransactionError(error));
      if (failure != null) {
        error.addSuppressed(failure);
      }
    }
  }

  private void committed() {
    try {
      after(transactions, "afterTransaction", p -> p.afterTransaction());
    } catch (PluginException e) {
      e.noteTransactionState(TransactionState.COMMITTED);
      throw e;
    }
  }

  /** A single writing call outside a transaction is one of its own, when changes have hooks. */
  <T extends @Nullable Object> T writing(Supplier<T> body) {
    return changes ? transaction(body::get) : body.get();
  }

  boolean transacts() {
    return changes && !pool.inTransaction();
  }
}
