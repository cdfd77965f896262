package dev.dbrazor.pool;

import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.StorageException;
import dev.dbrazor.TransactionDoomedException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A connection with its statements, and what is known of its transaction. One thread at a time, but
 * for {@link #interrupt} and {@link #close}.
 */
final class PooledConnection implements Session {
  private final DriverConnection connection;
  private final PoolState pool;
  private final Loans loans = new Loans();
  private final StatementCache statements;
  private final ChangeRecord changes;
  private final Map<String, DriverStatement> control = new HashMap<>();
  private final List<PooledStatement> open = new ArrayList<>();
  private final boolean reader;
  private int schemaSeen;
  private boolean inTransaction;
  private boolean broken;
  private boolean schemaChanged;
  private @Nullable DbRazorException doom;

  /** Of the statement that is being stepped. */
  private Deadline deadline = Deadline.NONE;

  /** Of all statements prepared from now on: that of the loan, or of a part of its work. */
  private Deadline limit = Deadline.NONE;

  /** Whether another thread wants the running statement to end. */
  private volatile boolean halted;

  private @Nullable BooleanSupplier also;

  /** Why it was closed under its user. */
  private volatile @Nullable CursorClosedException ended;

  /** While BEGIN, COMMIT, ROLLBACK and their like run: nothing may stop these. */
  private boolean unstoppable;

  /** Where an idle reader is kept; -1 for others. */
  int slot = -1;

  PooledConnection(DriverConnection connection, PoolState pool, int cacheSize, boolean reader) {
    this.connection = connection;
    this.reader = reader;
    this.pool = pool;
    this.statements = new StatementCache(connection, cacheSize);
    this.changes = new ChangeRecord(connection);
    this.schemaSeen = pool.schemaChanges();
    connection.stopWhen(this::shouldStop);
  }

  /** Asked by the engine in the middle of a statement, on the statement's thread. */
  private boolean shouldStop() {
    return !unstoppable
        && (deadline.passed()
            || halted
            || Thread.currentThread().isInterrupted()
            || also != null && also.getAsBoolean());
  }

  /** Asks somebody else, too. */
  void alsoStopWhen(BooleanSupplier asked) {
    also = asked;
  }

  /** Ends the statement that is running, from another thread; false: lets the next ones run. */
  void halt(boolean now) {
    halted = now;
  }

  Deadline limit() {
    return limit;
  }

  void limit(Deadline until) {
    limit = until;
  }

  /** Runs the body so that what it prepares ends by the deadline, or by an earlier one set. */
  <T extends @Nullable Object, X extends Throwable> T until(
      Deadline until, TransactionBody<T, X> body) throws X {
    if (until == Deadline.NONE) {
      return body.run();
    }
    Deadline before = limit;
    limit = before.orEarlier(until);
    try {
      return body.run();
    } finally {
      limit = before;
    }
  }

  @Override
  public DriverStatement prepare(String sql, Deadline own) {
    requireUsable();
    Deadline until = own.orEarlier(limit);
    try {
      if (schemaSeen != pool.schemaChanges()) {
        readSchemaAgain();
      }
      PooledStatement statement = new PooledStatement(this, statements.take(sql), until);
      open.add(statement);
      return statement;
    } catch (DbRazorException e) {
      throw failed(e, until);
    }
  }

  /** Steps a statement, at most until the deadline: checked here, and by the engine on its way. */
  boolean stepWithin(CachedStatement cached, Deadline until) {
    if (until.passed()) {
      throw until.error(cached.sql, null);
    }
    deadline = until;
    try {
      return cached.statement.step();
    } finally {
      deadline = Deadline.NONE;
    }
  }

  /** Runs the body so that the engine, too, waits for other processes no longer than this. */
  <T extends @Nullable Object, X extends Throwable> T waitingUntil(
      Deadline until, Duration usualWait, TransactionBody<T, X> body) throws X {
    if (until == Deadline.NONE) {
      return body.run();
    }
    waitForOthers(until.atMost(usualWait.toNanos()));
    try {
      return body.run();
    } catch (LockTimeoutException e) {
      throw until.explain(e);
    } finally {
      waitForOthers(usualWait.toNanos());
    }
  }

  /**
   * Runs the body with foreign keys not enforced; the engine only takes that between transactions.
   */
  <T> T withoutForeignKeys(Supplier<T> body) {
    pragma("foreign_keys = OFF");
    try {
      return body.get();
    } finally {
      try {
        pragma("legacy_alter_table = OFF");
        pragma("foreign_keys = ON");
      } catch (DbRazorException e) {
        broken = true;
      }
    }
  }

  private void pragma(String setting) {
    try (DriverStatement statement = connection.prepare("PRAGMA " + setting)) {
      statement.step();
    }
  }

  private void waitForOthers(long nanos) {
    try {
      pragma("busy_timeout = " + TimeUnit.NANOSECONDS.toMillis(nanos));
    } catch (DbRazorException e) {
      broken = true;
    }
  }

  void giveBack(PooledStatement statement, CachedStatement cached) {
    int last = open.size() - 1;
    if (last >= 0 && open.get(last) == statement) {
      open.remove(last);
    } else {
      open.remove(statement);
    }
    statements.giveBack(cached);
    changes.add(cached.sql);
    if (cached.changesSchema) {
      statements.clear();
      schemaChanged = true;
      publishSchemaChange();
    }
  }

  /** Others can see a change of the schema once it is committed, not before. */
  private void publishSchemaChange() {
    if (schemaChanged && !inTransaction) {
      schemaChanged = false;
      pool.schemaChanged();
      schemaSeen = pool.schemaChanges();
    }
  }

  /**
   * After a change by another connection. The engine compiles by the schema it remembers and only
   * looks at the file when a statement runs; then its number of columns would be the old one.
   */
  private void readSchemaAgain() {
    int changes = pool.schemaChanges();
    statements.clear();
    run("SELECT count(*) FROM sqlite_schema");
    if (!inTransaction) { // a snapshot may be older than the change
      schemaSeen = changes;
    }
  }

  /** Throws when the engine has rolled the running transaction back. */
  void requireUsable() {
    DbRazorException cause = doom;
    if (cause != null) {
      throw doomed(cause, TransactionState.DOOMED);
    }
  }

  private static TransactionDoomedException doomed(DbRazorException cause, TransactionState state) {
    return new TransactionDoomedException(
        ErrorDetails.of(
                ErrorCode.TRANSACTION_DOOMED,
                "The transaction was rolled back after an earlier error: " + cause.getMessage())
            .withSql(cause.sql().orElse(null))
            .withTransactionState(state),
        cause);
  }

  /**
   * Learns from an error of the engine what became of the transaction and the connection, and gives
   * the error to throw.
   */
  DbRazorException failed(DbRazorException given, Deadline until) {
    CursorClosedException taken = ended;
    if (taken != null) {
      return taken;
    }
    if (pool.closing() && given instanceof OperationInterruptedException) {
      broken = true;
      return new DatabaseClosedException(
          given.details().withMessage(pool.closed("was closed while the statement ran")), given);
    }
    DbRazorException error = withFile(until.explain(given));
    boolean fatal = error instanceof StorageException || error instanceof CorruptDatabaseException;
    broken |= fatal;
    if (inTransaction && doom == null) {
      if (fatal || !connection.inTransaction()) {
        doom = error;
      }
      error.noteTransactionState(doom == null ? TransactionState.ACTIVE : TransactionState.DOOMED);
    }
    return error;
  }

  private DbRazorException withFile(DbRazorException error) {
    if (error instanceof StorageException storage) {
      return pool.failed(storage);
    }
    return error instanceof CorruptDatabaseException ? pool.corrupt(error) : error;
  }

  void begin(String sql) {
    if (schemaSeen != pool.schemaChanges()) {
      readSchemaAgain(); // now, since inside the transaction it would be done for each statement
    }
    run(sql);
    inTransaction = true;
  }

  /** Commits, or throws with nothing left open; a doomed transaction is an error here too. */
  void commit() {
    if (ended != null) { // a reader's, which has read what it has read
      inTransaction = false;
      return;
    }
    closeStatements();
    DbRazorException cause = doom;
    if (cause != null) {
      rollback();
      throw doomed(cause, TransactionState.ROLLED_BACK);
    }
    try {
      run("COMMIT");
      inTransaction = false;
      publishSchemaChange();
    } catch (DbRazorException given) {
      DbRazorException e = withFile(given);
      // A failed flush may have left a complete commit in the log, which a later recovery would
      // find.
      boolean unknown = e instanceof StorageException || e instanceof CorruptDatabaseException;
      broken |= unknown;
      rollbackAfter(e);
      e.noteTransactionState(unknown ? TransactionState.UNKNOWN : TransactionState.ROLLED_BACK);
      throw e;
    }
  }

  /** Rolls back for a reason; trouble is added to it, and the connection is then not used again. */
  void rollbackAfter(Throwable reason) {
    try {
      rollback();
    } catch (DbRazorException trouble) {
      reason.addSuppressed(trouble);
    }
  }

  private void rollback() {
    try {
      closeStatements();
      if (doom == null || connection.inTransaction()) {
        run("ROLLBACK");
      }
    } catch (DbRazorException e) {
      if (e instanceof DatabaseClosedException || connection.inTransaction()) {
        broken = true;
        throw e;
      }
    } finally {
      inTransaction = false;
      doom = null;
      changes.rolledBack();
      if (schemaChanged) {
        schemaChanged = false;
        statements.clear();
      }
    }
  }

  void savepoint() {
    requireUsable();
    runInside("SAVEPOINT s");
  }

  void release() {
    requireUsable();
    runInside("RELEASE s");
  }

  /** Back to the last savepoint. When that fails the transaction cannot go on. */
  void rollbackToSavepoint(Throwable reason) {
    if (doom == null) {
      try {
        run("ROLLBACK TO s");
        run("RELEASE s");
      } catch (DbRazorException trouble) {
        doom = trouble;
        reason.addSuppressed(trouble);
      }
    }
  }

  private void runInside(String sql) {
    try {
      run(sql);
    } catch (DbRazorException e) {
      throw failed(e, Deadline.NONE);
    }
  }

  private void run(String sql) {
    DriverStatement statement = control.get(sql);
    if (statement == null) {
      statement = connection.prepare(sql);
      control.put(sql, statement);
    }
    unstoppable = true;
    try {
      statement.step();
    } finally {
      unstoppable = false;
      if (statement.reusable()) {
        statement.reset();
      } else {
        control.remove(sql);
      }
    }
  }

  ChangeRecord changes() {
    return changes;
  }

  /** A statement that is not kept, on an idle connection. */
  DriverStatement upkeep(String sql) {
    return connection.prepare(sql);
  }

  int openStatements() {
    return open.size();
  }

  private void closeStatements() {
    closeStatements(0);
  }

  /** Those opened last, as many as there are more than so many. */
  void closeStatements(int kept) {
    while (open.size() > kept) {
      open.get(open.size() - 1).close();
    }
  }

  boolean isDoomed() {
    return doom != null;
  }

  Loans loans() {
    return loans;
  }

  ConnectionTotals totals() {
    return new ConnectionTotals(
        1, loans.made(), loans.found(), statements.hits.value(), statements.misses.value());
  }

  /** Ends a loan: true when the connection may be lent again. */
  boolean clean() {
    limit = Deadline.NONE;
    try {
      closeStatements();
    } catch (DbRazorException e) {
      broken = true;
    }
    return !broken && !inTransaction && ended == null;
  }

  /** Closes it, from another thread, under a user that reads for too long. */
  void end(CursorClosedException reason) {
    ended = reason;
    connection.interrupt();
    connection.close();
  }

  /** It will not be lent again. */
  boolean isUnusable() {
    return broken || inTransaction;
  }

  boolean isReader() {
    return reader;
  }

  /** Whether it still reads the file. */
  boolean works() {
    try {
      run("SELECT count(*) FROM sqlite_schema");
      return true;
    } catch (DbRazorException e) {
      return false;
    }
  }

  void interrupt() {
    connection.interrupt();
  }

  void close() {
    connection.close();
  }
}
