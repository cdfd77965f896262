package dev.dbrazor;

import java.io.Serial;
import java.util.List;
import java.util.Objects;

/**
 * A statement would have read all rows of a table that has more of them than {@link
 * DatabaseConfig.Builder#scanLimit} permits; it was not run.
 */
public final class FullScanException extends DbRazorException {
  @Serial private static final long serialVersionUID = 1;

  private final long rows;

  /** The details' collection is the table, their columns those of the missing index. */
  public FullScanException(ErrorDetails details, long rows) {
    super(details, null);
    this.rows = rows;
  }

  public String table() {
    return Objects.requireNonNullElse(details().collection(), "");
  }

  /** So many rows the table has at least: one more than permitted, where counting ended. */
  public long rows() {
    return rows;
  }

  /** Columns the statement compares and no index begins with; empty when there are none. */
  public List<String> missingIndex() {
    return details().columns();
  }
}
