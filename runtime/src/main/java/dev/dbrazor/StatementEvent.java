package dev.dbrazor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A statement that has ended, for {@link DatabaseListener#statement}; immutable. */
public final class StatementEvent {
  private final Path file;
  private final String sql;
  private final String summary;
  private final long nanos;
  private final long rows;
  private final Optional<DbRazorException> error;

  StatementEvent(
      Path file,
      String sql,
      String summary,
      long nanos,
      long rows,
      Optional<DbRazorException> error) {
    this.file = file;
    this.sql = sql;
    this.summary = summary;
    this.nanos = nanos;
    this.rows = rows;
    this.error = error;
  }

  /** Its text, without the values of its parameters. */
  public String sql() {
    return sql;
  }

  /**
   * The operation and the first table it is about: {@code SELECT orders}. The compiler has worked
   * it out for methods of {@code @Dao} interfaces; for other texts that is done once.
   */
  public String summary() {
    return summary;
  }

  /** From preparing to closing it, what the program did between two rows included. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos);
  }

  /** {@link #elapsed} in nanoseconds. */
  public long nanos() {
    return nanos;
  }

  /** The rows read; where it returns none, the rows it changed. */
  public long rows() {
    return rows;
  }

  /** Why it failed; empty when it did not. */
  public Optional<DbRazorException> error() {
    return error;
  }

  /**
   * The same by the names of OpenTelemetry's stable conventions for database spans: {@code
   * db.system.name}, {@code db.namespace}, {@code db.operation.name}, {@code db.collection.name},
   * {@code db.query.text}, {@code db.query.summary}, {@code db.response.returned_rows}, {@code
   * error.type}; made anew by each call.
   */
  public Map<String, Object> attributes() {
    Map<String, Object> attributes = new LinkedHashMap<>();
    int space = summary.indexOf(' ');
    String operation = space < 0 ? summary : summary.substring(0, space);
    attributes.put("db.system.name", "sqlite");
    attributes.put("db.namespace", String.valueOf(file.getFileName()));
    attributes.put("db.operation.name", operation);
    if (space > 0) {
      attributes.put("db.collection.name", summary.substring(space + 1));
    }
    attributes.put("db.query.text", sql);
    attributes.put("db.query.summary", summary);
    if (operation.equals("SELECT")) {
      attributes.put("db.response.returned_rows", rows);
    }
    error.ifPresent(e -> attributes.put("error.type", e.getClass().getName()));
    return attributes;
  }
}
