package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Exactly one result was asked for and there was none. */
public final class NoResultException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public NoResultException(String message) {
    super(ErrorCode.NO_RESULT, message);
  }

  public NoResultException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
