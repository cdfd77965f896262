package dev.dbrazor;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Follows and shapes what a database does; registered by {@link Database#use} or {@link
 * DatabaseConfig.Builder#plugin}. Hooks are called in the order of registration, by any thread, and
 * by several at a time.
 *
 * <p>With a plugin that has hooks for changes, each writing call outside a transaction is a
 * transaction of its own, so that what hooks do through the same database commits and rolls back
 * with it. What a plugin does inside its own hooks does not call that plugin again. A database
 * cannot be closed by a hook.
 *
 * <p>What a before-hook throws is a veto: the caller gets a {@link PluginException} with it as
 * cause, and nothing is stored. What any other hook throws is logged and given to {@link #onError};
 * the operation goes on unless the plugin is {@link #strict}. Rows changed by foreign key actions,
 * by triggers and by other processes call no hook.
 */
public interface Plugin {
  /** The usual {@link #timeLimit} of a plugin that has one. */
  Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(5);

  /** Not empty, and unique among the plugins of a database. */
  String name();

  /**
   * Which hooks this plugin has: others may not be called. All but {@link Hook#CHANGE} by default.
   * Asked once. A plugin without hooks for changes and transactions leaves single writing calls as
   * they are, without a transaction.
   */
  default Set<Hook> hooks() {
    return EnumSet.complementOf(EnumSet.of(Hook.CHANGE));
  }

  /**
   * True: a failure of any hook but {@link #onClose} and {@link #onError} fails the operation, and
   * what was not committed before is rolled back. Asked once. See {@link
   * DatabaseConfig.Builder#strictPlugins}, too.
   */
  default boolean strict() {
    return false;
  }

  /**
   * How long a hook may take; empty, as by default: as long as it likes, on the caller's thread.
   * Asked once. A limited hook runs on a thread of the database and, inside a transaction, as part
   * of that transaction. At the limit it is interrupted, what it did in the transaction is undone,
   * later calls of it to the database inside that transaction fail, and its result is ignored; the
   * hook counts as failed with a {@link PluginTimeoutException}. After three time-outs of one hook
   * in a row the plugin is not called any more: operations then fail if it is strict, and go on
   * without it otherwise. A statement that changes rows and is still running at the limit cannot be
   * undone alone: it dooms the transaction.
   */
  default Optional<Duration> timeLimit() {
    return Optional.empty();
  }

  /** Before the first operation; a failure fails opening, or the registration. */
  default void onOpen(Database db) throws Exception {}

  /** When the database begins to close, and when the plugin is unregistered. */
  default void onClose(Database db) throws Exception {}

  /**
   * A collection was registered, its table is there; also for those registered earlier. After the
   * commit, if the table had to be made.
   */
  default void onCollection(String collection) throws Exception {}

  /**
   * A collection was dropped by {@link Migrations}: its table was put away, from where it can be
   * restored, or what had been put away was deleted. After the commit, which nothing can undo.
   *
   * @param forGood false when it can be restored
   */
  default void onDrop(String collection, boolean forGood) throws Exception {}

  /**
   * Before a record is stored that is new, so far as is known: by insert, insertOrIgnore, upsert
   * and their bulk forms, once a record. Inside the transaction. A rollback undoes what the hook
   * stored.
   *
   * @param record as it was given: what is generated on storing is not there yet
   * @return the record to store, of the same class
   */
  default Record beforeInsert(String collection, Record record) throws Exception {
    return record;
  }

  /**
   * After a new record was stored, before the commit: a later rollback still undoes it.
   *
   * @param stored as the caller gets it
   */
  default void afterInsert(String collection, Record stored) throws Exception {}

  /**
   * Before a record is stored over one with its id, once a record. Inside the transaction. A
   * rollback undoes what the hook stored.
   *
   * @param record as it was given; for an update of some components the whole record as it would be
   *     stored, version included
   * @return the record to store, of the same class and id
   */
  default Record beforeUpdate(String collection, Record record) throws Exception {
    return record;
  }

  /**
   * After a record was changed, before the commit: a later rollback still undoes it.
   *
   * @param stored as the caller gets it
   */
  default void afterUpdate(String collection, Record stored) throws Exception {}

  /**
   * Before the row with an id is deleted, if there is one; once an id. Inside the transaction. A
   * rollback undoes what the hook stored.
   */
  default void beforeDelete(String collection, Object id) throws Exception {}

  /** After a row was deleted, before the commit: a later rollback still undoes it. */
  default void afterDelete(String collection, Object id) throws Exception {}

  /**
   * Before all rows that match a condition are changed by one statement; once. Inside the
   * transaction. A rollback undoes what the hook stored.
   *
   * @param sql the statement, with the assignments and the condition; values as place holders
   */
  default void beforeUpdateWhere(String collection, String sql) throws Exception {}

  /**
   * After rows were changed by one statement, before the commit: a later rollback still undoes it.
   *
   * @param rows how many; 0 when none matched
   */
  default void afterUpdateWhere(String collection, String sql, long rows) throws Exception {}

  /** As {@link #beforeUpdateWhere}, for rows that are deleted. */
  default void beforeDeleteWhere(String collection, String sql) throws Exception {}

  /** As {@link #afterUpdateWhere}, for rows that were deleted. */
  default void afterDeleteWhere(String collection, String sql, long rows) throws Exception {}

  /**
   * After a row was stored, changed or deleted, with its state before; by a condition, too, then
   * once a row. Before the commit: a later rollback still undoes it. Only for plugins whose {@link
   * #hooks} name {@link Hook#CHANGE}.
   *
   * @param before null for a new row
   * @param after null for a deleted one
   */
  default void onChange(
      String collection, Object id, @Nullable Record before, @Nullable Record after)
      throws Exception {}

  /**
   * Before a statement that reads, and before the user's own SQL of any kind; inside the thread's
   * transaction if there is one.
   *
   * @param collection what it asks; several are separated by a comma and a space, and it is empty
   *     for {@code db.query} and {@code db.execute}
   * @param sql values as place holders
   */
  default void beforeQuery(String collection, String sql) throws Exception {}

  /**
   * After the last row was read that was asked for; for a stream when it was read to its end or
   * closed. Not after a failure. Inside a transaction its outcome is open; outside one, the
   * statement's own commit is done only if it did not change anything.
   *
   * @param rows read, or changed by own SQL that gives none
   */
  default void afterQuery(String collection, String sql, long rows) throws Exception {}

  /**
   * Before an outermost transaction begins, reading ones and those of single writing calls
   * included; before the write lock is taken.
   */
  default void beforeTransaction() throws Exception {}

  /**
   * After the commit, outside the transaction, before {@code transaction()} returns. Nothing can
   * undo the commit: the failure of a strict plugin reaches the caller in an error whose
   * transaction state is COMMITTED.
   */
  default void afterTransaction() throws Exception {}

  /**
   * After an outermost transaction was rolled back, or its commit failed; outside the transaction.
   *
   * @param error what the caller gets
   */
  default void onTransactionError(Throwable error) throws Exception {}

  /**
   * A call of the database failed, or a plugin did. What this hook throws is logged only.
   *
   * @param error what the caller gets, or the plugin threw
   */
  default void onError(Throwable error) throws Exception {}
}
