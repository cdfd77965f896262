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
import org.jspecify.annotations.Nullable;

/** What has gone wrong on one connection, and what that means for its transaction and its user. */
final class Faults {
  private final DriverConnection connection;
  private final PoolState pool;
  private boolean broken;
  private @Nullable DbRazorException doom;

  /** Why it was closed under its user. */
  private volatile @Nullable CursorClosedException ended;

  Faults(DriverConnection connection, PoolState pool) {
    this.connection = connection;
    this.pool = pool;
  }

  /** It will not be lent again. */
  void breakDown() {
    broken = true;
  }

  boolean isBroken() {
    return broken;
  }

  /** Closed under its user, from another thread. */
  void end(CursorClosedException reason) {
    ended = reason;
  }

  boolean isEnded() {
    return ended != null;
  }

  /** The running transaction can only be rolled back. */
  void doom(DbRazorException reason) {
    doom = reason;
  }

  @Nullable DbRazorException doom() {
    return doom;
  }

  /** After a rollback. */
  void absolve() {
    doom = null;
  }

  /** Throws when the engine has rolled the running transaction back. */
  void requireUsable() {
    DbRazorException cause = doom;
    if (cause != null) {
      throw doomed(cause, TransactionState.DOOMED);
    }
  }

  static TransactionDoomedException doomed(DbRazorException cause, TransactionState state) {
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
  DbRazorException learn(DbRazorException given, Deadline until, boolean inTransaction) {
    CursorClosedException taken = ended;
    if (taken != null) {
      return taken;
    }
    if (pool.closing()
        && (given instanceof OperationInterruptedException
            || given instanceof LockTimeoutException)) {
      broken = true;
      return new DatabaseClosedException(
          given.details().withMessage(pool.closed("was closed while the statement ran")), given);
    }
    DbRazorException error = withFile(until.explain(given));
    boolean fatal = isFatal(error);
    broken |= fatal;
    if (inTransaction && doom == null) {
      if (fatal || !connection.inTransaction()) {
        doom = error;
      }
      error.noteTransactionState(doom == null ? TransactionState.ACTIVE : TransactionState.DOOMED);
    }
    return error;
  }

  /** The same for a statement that was running; {@code alone}: one that commits by itself. */
  DbRazorException learnFromStep(
      DbRazorException given, Deadline until, boolean inTransaction, boolean alone) {
    DbRazorException error = learn(given, until, inTransaction);
    if (alone && isFatal(error)) {
      error.noteTransactionState(TransactionState.UNKNOWN); // as for COMMIT
    }
    return error;
  }

  /**
   * The same for an error of COMMIT. A failed flush may have left a complete commit in the log,
   * which a later recovery would find.
   */
  DbRazorException learnFromCommit(DbRazorException given) {
    DbRazorException error = withFile(given);
    boolean unknown = isFatal(error);
    broken |= unknown;
    error.noteTransactionState(unknown ? TransactionState.UNKNOWN : TransactionState.ROLLED_BACK);
    return error;
  }

  private static boolean isFatal(DbRazorException error) {
    return error instanceof StorageException || error instanceof CorruptDatabaseException;
  }

  private DbRazorException withFile(DbRazorException error) {
    if (error instanceof StorageException storage) {
      return pool.failed(storage);
    }
    return error instanceof CorruptDatabaseException ? pool.corrupt(error) : error;
  }
}
