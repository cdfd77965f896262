package dev.dbrazor.pool;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An open file, apart from any one connection to it; shared by all threads. */
public interface OpenFile {
  /**
   * What goes with the file under this name: one for all who have it open in this process, made
   * when first asked for.
   */
  <T extends Companion> T companion(String name, Supplier<T> make);

  /** Whether this thread is in a transaction that may have written what is not committed yet. */
  boolean seesUncommitted();

  /** Whether this thread could begin a transaction that lasts, in a file that lasts. */
  boolean mayStore();

  /** Reads, on the connection that {@link Sessions#read} takes. */
  <T> T read(Work<T> work);

  /** From now on commits are told to this listener only; null: to nobody, which costs nothing. */
  void listen(@Nullable CommitListener listener);

  /**
   * Tells the listener when another process has committed since this was last asked; a writer at
   * work asks by itself when it is done.
   */
  void lookForOthers();

  /** Whether this thread is inside a transaction, reading ones included. */
  boolean inTransaction();

  /**
   * A number that is another one after each commit by any connection of any process; costs a look
   * at the file's lock table.
   */
  long stateNumber();
}
