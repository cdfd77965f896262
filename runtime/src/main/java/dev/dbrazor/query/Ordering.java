package dev.dbrazor.query;

/**
 * One step of an order. NULL counts as smallest, as in SQLite: first when ascending, last when
 * descending, unless said otherwise. Immutable.
 *
 * @param <R> the record
 */
public final class Ordering<R> {
  private final Expression<R, ?> by;
  private final boolean descending;
  private final boolean nullsFirst;

  Ordering(Expression<R, ?> by, boolean descending) {
    this(by, descending, !descending);
  }

  private Ordering(Expression<R, ?> by, boolean descending, boolean nullsFirst) {
    this.by = by;
    this.descending = descending;
    this.nullsFirst = nullsFirst;
  }

  /** Rows with NULL here come before all others. */
  public Ordering<R> nullsFirst() {
    return new Ordering<>(by, descending, true);
  }

  /** Rows with NULL here come after all others. */
  public Ordering<R> nullsLast() {
    return new Ordering<>(by, descending, false);
  }

  Expression<R, ?> by() {
    return by;
  }

  boolean isDescending() {
    return descending;
  }

  boolean isNullsFirst() {
    return nullsFirst;
  }

  void render(SqlWriter out) {
    by.render(out);
    if (descending) {
      out.text(" DESC");
    }
    // Only where it differs from the engine's own way: an index serves that without sorting.
    if (nullsFirst == descending && by.mayBeNull()) {
      out.text(nullsFirst ? " NULLS FIRST" : " NULLS LAST");
    }
  }
}
