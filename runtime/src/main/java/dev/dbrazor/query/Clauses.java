package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a query says besides its select list; immutable.
 *
 * @param limit most rows; {@link #ALL} without a limit
 */
record Clauses(
    Source<?> source,
    Node where,
    List<Ordering<?>> order,
    long limit,
    long offset,
    boolean distinct) {
  static final long ALL = -1;

  static Clauses from(Source<?> source) {
    return new Clauses(source, Logic.NONE, List.of(), ALL, 0, false);
  }

  Clauses where(Node condition) {
    return new Clauses(source, Logic.and(where, condition), order, limit, offset, distinct);
  }

  Clauses orderBy(Ordering<?>... added) {
    List<Ordering<?>> all = new ArrayList<>(order);
    for (Ordering<?> ordering : Arguments.notNull(added, "order")) {
      all.add(Arguments.notNull(ordering, "ordering"));
    }
    return new Clauses(source, where, List.copyOf(all), limit, offset, distinct);
  }

  Clauses limit(long rows) {
    return new Clauses(source, where, order, notNegative(rows, "limit"), offset, distinct);
  }

  Clauses offset(long rows) {
    return new Clauses(source, where, order, limit, notNegative(rows, "offset"), distinct);
  }

  Clauses asDistinct() {
    return new Clauses(source, where, order, limit, offset, true);
  }

  Clauses atMost(long rows) {
    return limit != ALL && limit <= rows ? this : limit(rows);
  }

  boolean isLimited() {
    return limit != ALL || offset > 0;
  }

  private static long notNegative(long rows, String name) {
    if (rows < 0) {
      throw new InvalidArgumentException(name + " must not be negative: " + rows);
    }
    return rows;
  }

  /** {@code SELECT columns FROM … WHERE … ORDER BY … LIMIT …}. */
  void render(SqlWriter out, Node columns) {
    out.text(distinct ? "SELECT DISTINCT " : "SELECT ").node(columns);
    out.text(" FROM ").text(source.inFrom());
    renderWhere(out);
    renderOrder(out);
    renderLimit(out);
  }

  void renderWhere(SqlWriter out) {
    if (where != Logic.NONE) {
      out.text(" WHERE ").condition(where);
    }
  }

  private void renderOrder(SqlWriter out) {
    String before = " ORDER BY ";
    for (Ordering<?> ordering : order) {
      out.text(before);
      ordering.render(out);
      before = ", ";
    }
  }

  private void renderLimit(SqlWriter out) {
    if (limit != ALL) {
      out.text(" LIMIT ").parameter(new RawNumber(limit));
    } else if (offset > 0) {
      out.text(" LIMIT -1");
    }
    if (offset > 0) {
      out.text(" OFFSET ").parameter(new RawNumber(offset));
    }
  }
}
