package dev.dbrazor;

/** What became of the transaction an error happened in. */
public enum TransactionState {
  /** There was none. */
  NONE,
  /** It is still open; the block may go on, or leave with the error and be rolled back. */
  ACTIVE,
  /** Nothing of it is stored. */
  ROLLED_BACK,
  /** The engine has rolled it back while its block still runs; every further statement fails. */
  DOOMED,
  /** All of it is stored, although an error came after. */
  COMMITTED,
  /** Whether it is stored could not be found out. */
  UNKNOWN
}
