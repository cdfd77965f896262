package dev.dbrazor.query;

import java.time.Duration;

/**
 * A query for values instead of whole records; immutable.
 *
 * @param <T> the result of one row
 */
public final class Projection<T> extends Query<T> {
  private final Access access;
  private final Selection<T> selection;

  Projection(Access access, Clauses clauses, Selection<T> selection) {
    super(access, clauses, selection);
    this.access = access;
    this.selection = selection;
  }

  /**
   * Orders the results; steps added by a later call decide between what earlier ones leave equal.
   */
  public Projection<T> orderBy(Ordering<?>... order) {
    return with(clauses().orderBy(order));
  }

  @Override
  public Projection<T> limit(long rows) {
    return with(clauses().limit(rows));
  }

  @Override
  public Projection<T> offset(long rows) {
    return with(clauses().offset(rows));
  }

  @Override
  public Projection<T> distinct() {
    return with(clauses().asDistinct());
  }

  @Override
  public Projection<T> timeout(Duration timeout) {
    return new Projection<>(access.within(timeout), clauses(), selection);
  }

  @Override
  public Projection<T> allowScan() {
    return new Projection<>(access.allowingScans(), clauses(), selection);
  }

  private Projection<T> with(Clauses clauses) {
    return new Projection<>(access, clauses, selection);
  }
}
