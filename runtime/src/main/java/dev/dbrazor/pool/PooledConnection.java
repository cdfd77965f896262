package dev.dbrazor.pool;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection with its statements and its transaction. One thread at a time, but for {@link
 * #interrupt} and {@link #close}.
 */
final class PooledConnection implements Session {
  private final DriverConnection connection;
  private final PoolState pool;
  private final Loans loans = new Loans();
  private final StopConditions stops = new StopConditions();
  private final LockWait locks;
  private final Faults faults;
  private final ControlStatements control;
  private final StatementCache statements;
  private final ChangeRecord changes;
  private final List<PooledStatement> open = new ArrayList<>();
  private final boolean reader;
  private int schemaSeen;
  private boolean inTransaction;
  private boolean schemaChanged;

  /** Where an idle reader is kept; -1 for others. */
  int slot = -1;

  PooledConnection(
      DriverConnection connection, PoolState pool, int cacheSize, boolean reader, LockWait locks) {
    this.connection = connection;
    this.reader = reader;
    this.pool = pool;
    this.locks = locks;
    this.faults = new Faults(connection, pool);
    this.control = new ControlStatements(connection, stops, faults, locks);
    this.statements = new StatementCache(connection, cacheSize);
    this.changes = new ChangeRecord(connection);
    this.schemaSeen = pool.schemaChanges();
    connection.stopWhen(stops);
  }

  StopConditions stops() {
    return stops;
  }

  LockWait locks() {
    return locks;
  }

  ControlStatements control() {
    return control;
  }

  ChangeRecord changes() {
    return changes;
  }

  Loans loans() {
    return loans;
  }

  @Override
  public DriverStatement prepare(String sql, Deadline own) {
    faults.requireUsable();
    Deadline until = own.orEarlier(stops.limit());
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
    control.run("SELECT count(*) FROM sqlite_schema");
    if (!inTransaction) { // a snapshot may be older than the change
      schemaSeen = changes;
    }
  }

  Faults faults() {
    return faults;
  }

  /** The error to throw for one of the engine, see {@link Faults#learn}. */
  DbRazorException failed(DbRazorException given, Deadline until) {
    return faults.learn(given, until, inTransaction);
  }

  /** The same for one that was running. */
  DbRazorException stepFailed(DbRazorException given, Deadline until) {
    return faults.learnFromStep(given, until, inTransaction, !inTransaction && !reader);
  }

  void begin(String sql) {
    if (schemaSeen != pool.schemaChanges()) {
      readSchemaAgain(); // now, since inside the transaction it would be done for each statement
    }
    control.run(sql);
    inTransaction = true;
  }

  /** Commits, or throws with nothing left open; a doomed transaction is an error here too. */
  void commit() {
    if (faults.isEnded()) { // a reader's, which has read what it has read
      inTransaction = false;
      return;
    }
    closeStatements();
    DbRazorException cause = faults.doom();
    if (cause != null) {
      rollback();
      throw Faults.doomed(cause, TransactionState.ROLLED_BACK);
    }
    try {
      control.run("COMMIT");
      inTransaction = false;
      publishSchemaChange();
    } catch (DbRazorException given) {
      DbRazorException e = faults.learnFromCommit(given);
      rollbackAfter(e);
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
      if (faults.doom() == null || connection.inTransaction()) {
        control.run("ROLLBACK");
      }
    } catch (DbRazorException e) {
      if (e instanceof DatabaseClosedException || connection.inTransaction()) {
        faults.breakDown();
        throw e;
      }
    } finally {
      inTransaction = false;
      faults.absolve();
      changes.rolledBack();
      if (schemaChanged) {
        schemaChanged = false;
        statements.clear();
      }
    }
  }

  void savepoint() {
    faults.requireUsable();
    runInside("SAVEPOINT s");
  }

  void release() {
    faults.requireUsable();
    runInside("RELEASE s");
  }

  /** Back to the last savepoint. When that fails the transaction cannot go on. */
  void rollbackToSavepoint(Throwable reason) {
    if (faults.doom() == null) {
      try {
        control.run("ROLLBACK TO s");
        control.run("RELEASE s");
      } catch (DbRazorException trouble) {
        faults.doom(trouble);
        reason.addSuppressed(trouble);
      }
    }
  }

  private void runInside(String sql) {
    try {
      control.run(sql);
    } catch (DbRazorException e) {
      throw failed(e, Deadline.NONE);
    }
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

  ConnectionTotals totals() {
    return new ConnectionTotals(
        1, loans.made(), loans.found(), statements.hits.value(), statements.misses.value());
  }

  /** Ends a loan: true when the connection may be lent again. */
  boolean clean() {
    stops.limit(Deadline.NONE);
    try {
      closeStatements();
    } catch (DbRazorException e) {
      faults.breakDown();
    }
    return !isUnusable() && !faults.isEnded();
  }

  /** Closes it, from another thread, under a user that reads for too long. */
  void end(CursorClosedException reason) {
    faults.end(reason);
    connection.interrupt();
    connection.close();
  }

  /** It will not be lent again. */
  boolean isUnusable() {
    return faults.isBroken() || inTransaction;
  }

  boolean isReader() {
    return reader;
  }

  /** Whether it still reads the file. */
  boolean works() {
    try {
      control.run("SELECT count(*) FROM sqlite_schema");
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
