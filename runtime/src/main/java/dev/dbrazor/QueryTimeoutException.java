package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A statement did not end before its deadline and was stopped. */
public final class QueryTimeoutException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public QueryTimeoutException(String message) {
    super(ErrorCode.QUERY_TIMEOUT, message);
  }

  public QueryTimeoutException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
