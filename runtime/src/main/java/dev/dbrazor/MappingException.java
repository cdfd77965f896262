package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** A value cannot be stored or read without changing it. */
public class MappingException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public MappingException(String message) {
    super(ErrorCode.MAPPING, message);
  }

  public MappingException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
