package dev.dbrazor;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The root of every error of this library; unchecked. The concrete class says what happened. */
public abstract class DbRazorException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private ErrorDetails details;

  protected DbRazorException(ErrorCode code, String message) {
    this(ErrorDetails.of(code, message), null);
  }

  protected DbRazorException(ErrorDetails details, @Nullable Throwable cause) {
    super(details.message(), cause);
    this.details = details;
  }

  /** All of the following in one value, for building a better error from this one. */
  public final ErrorDetails details() {
    return details;
  }

  public final ErrorCode code() {
    return details.code();
  }

  /** The statement, with its parameters as place holders. */
  public final Optional<String> sql() {
    return Optional.ofNullable(details.sql());
  }

  /** The collection's, or table's, name. */
  public final Optional<String> collection() {
    return Optional.ofNullable(details.collection());
  }

  /** The column's name; several are separated by a comma and a space. */
  public final Optional<String> column() {
    return Optional.ofNullable(details.column());
  }

  /** The id of the row. */
  public final Optional<Object> id() {
    return Optional.ofNullable(details.id());
  }

  public final TransactionState transactionState() {
    return details.transactionState();
  }

  /**
   * Notes what became of the transaction, as the library learns it while the error passes through;
   * for the library's own use.
   */
  public final void noteTransactionState(TransactionState state) {
    details = details.withTransactionState(state);
  }
}
