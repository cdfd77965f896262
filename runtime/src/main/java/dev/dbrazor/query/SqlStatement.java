package dev.dbrazor.query;

import java.util.List;

/**
 * One statement of the user's own SQL, as checked by the compiler; contract with generated code.
 *
 * @param name the method it belongs to: {@code shop.Reports.cities}
 * @param summary what it does, and to what first: {@code SELECT customers}
 * @param writes whether it changes anything: it then runs on the writer
 * @param reads the collections it reads, sorted; those read by foreign keys included
 * @param changes the collections it changes, sorted; those changed by foreign keys included
 * @param parameters what the statement's parameters are called, in order
 * @param sql constant text
 * @param allowsScan whether it may read all of a large table although the database refuses that
 */
public record SqlStatement(
    String name,
    String summary,
    boolean writes,
    List<String> reads,
    List<String> changes,
    List<String> parameters,
    String sql,
    boolean allowsScan) {
  public SqlStatement {
    reads = List.copyOf(reads);
    changes = List.copyOf(changes);
    parameters = List.copyOf(parameters);
  }

  /** A statement that may not. */
  public SqlStatement(
      String name,
      String summary,
      boolean writes,
      List<String> reads,
      List<String> changes,
      List<String> parameters,
      String sql) {
    this(name, summary, writes, reads, changes, parameters, sql, false);
  }

  /** The same, which may. */
  public SqlStatement allowingScan() {
    return new SqlStatement(name, summary, writes, reads, changes, parameters, sql, true);
  }

  /** Those it changes, or else reads, in one text: {@code customers, orders}. */
  String collections() {
    return String.join(", ", changes.isEmpty() ? reads : changes);
  }
}
