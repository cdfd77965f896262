package dev.dbrazor;

import java.io.Serial;

/** The row has been changed since the record was read. */
public final class VersionMismatchException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  private final long expected;
  private final long actual;

  public VersionMismatchException(ErrorDetails details, long expected, long actual) {
    super(details, null);
    this.expected = expected;
    this.actual = actual;
  }

  /** The version the record has. */
  public long expected() {
    return expected;
  }

  /** The version the row has. */
  public long actual() {
    return actual;
  }
}
