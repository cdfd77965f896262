package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Exactly one result was asked for and there was more than one. */
public final class NonUniqueResultException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public NonUniqueResultException(String message) {
    super(ErrorCode.NON_UNIQUE_RESULT, message);
  }

  public NonUniqueResultException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
