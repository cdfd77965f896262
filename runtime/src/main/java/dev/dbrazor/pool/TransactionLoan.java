package dev.dbrazor.pool;

import dev.dbrazor.TransactionStateException;
import org.jspecify.annotations.Nullable;

/**
 * A thread's running transaction in the hands of another thread, for one body, until its owner
 * takes it back: whether the body has ended by then or not. What an unfinished or failed body did
 * is undone. The owner cannot use the transaction meanwhile.
 */
public final class TransactionLoan implements AutoCloseable {
  private final Transactions transactions;
  private final RunningTransaction owned;
  private final PooledConnection connection;
  private final Gate gate;
  private final RunningTransaction lent;
  private final int statements;
  private boolean begun;
  private boolean finished;

  TransactionLoan(Transactions transactions, RunningTransaction owned) {
    this.transactions = transactions;
    this.owned = owned;
    this.connection = owned.connection();
    this.gate = new Gate(connection, owned.gate());
    this.lent = new RunningTransaction(connection, owned.writable(), gate);
    if (owned.writable()) {
      connection.savepoint();
    }
    this.statements = connection.openStatements();
    owned.lent(true);
  }

  /**
   * On the borrowing thread: statements of the body are part of the owner's transaction. After
   * {@link #close} each of them is a {@link TransactionStateException}.
   */
  public <T extends @Nullable Object, X extends Throwable> T run(TransactionBody<T, X> body)
      throws X {
    gate.pass(this::begin);
    T result = transactions.runOn(lent, body);
    gate.pass(() -> finished = true);
    return result;
  }

  private void begin() {
    if (begun) {
      throw new TransactionStateException("A loan is for one body; lend the transaction again");
    }
    begun = true;
  }

  /**
   * Takes the transaction back, on its owner's thread. A statement of the body that still runs is
   * ended; when it writes, the whole transaction is doomed by that. Idempotent.
   */
  @Override
  public void close() {
    gate.shut("its owner took it back", this::takeBack);
  }

  private void takeBack() {
    owned.lent(false);
    connection.closeStatements(statements);
    if (!owned.writable()) {
      return;
    }
    if (finished) {
      connection.release();
      lent.actions().forEach(owned::afterCommit);
      return;
    }
    TransactionStateException trouble = new TransactionStateException("Cannot undo a lent body");
    for (int open = lent.depth(); open >= 0; open--) {
      connection.rollbackToSavepoint(trouble);
    }
  }
}
