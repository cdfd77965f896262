package dev.dbrazor;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Too many asynchronous operations wait already; this one was not accepted. */
public final class QueueFullException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  public QueueFullException(String message) {
    super(ErrorCode.QUEUE_FULL, message);
  }

  public QueueFullException(ErrorDetails details, @Nullable Throwable cause) {
    super(details, cause);
  }
}
