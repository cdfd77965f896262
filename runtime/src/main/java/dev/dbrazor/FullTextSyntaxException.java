package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A full-text query given as it is, by {@code Fts.raw}, is not in FTS5's language. */
public final class FullTextSyntaxException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public FullTextSyntaxException(String message) {
    super(ErrorCode.FULL_TEXT_SYNTAX, message);
  }

  public FullTextSyntaxException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
