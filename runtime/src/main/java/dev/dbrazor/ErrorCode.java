package dev.dbrazor;

/**
 * What went wrong, for programs that switch on it; mostly one constant for each exception class.
 */
public enum ErrorCode {
  UNIQUE_CONSTRAINT,
  FOREIGN_KEY,
  CHECK_CONSTRAINT,
  NOT_NULL,
  CONSTRAINT,
  NOT_FOUND,
  VERSION_MISMATCH,
  LOCK_TIMEOUT,
  QUERY_TIMEOUT,
  INTERRUPTED,
  QUEUE_FULL,
  TRANSACTION_DOOMED,
  TRANSACTION_STATE,
  MAPPING,
  MIGRATION,
  SCHEMA_DOWNGRADE,
  CORRUPT_DATABASE,
  READ_ONLY,
  STORAGE,
  DATABASE_CLOSED,
  CURSOR_CLOSED,
  STATEMENT,
  FULL_SCAN,
  FULL_TEXT_SYNTAX,
  COLLECTION,
  INVALID_ARGUMENT,
  NO_RESULT,
  NON_UNIQUE_RESULT,
  PLUGIN,
  PLUGIN_TIMEOUT,
  CONFIGURATION,
  DRIVER;

  /**
   * Whether the same call may succeed a little later, since only somebody else was in its way.
   * Whether anything was stored is told by {@link DbRazorException#transactionState}.
   */
  public boolean isTransient() {
    return this == LOCK_TIMEOUT || this == QUEUE_FULL;
  }
}
