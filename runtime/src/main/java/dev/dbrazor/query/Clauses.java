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
    From from,
    Node where,
    Grouping grouping,
    List<Ordering<?>> order,
    long limit,
    long offset,
    boolean distinct) {
  static final long ALL = -1;

  static Clauses from(Source<?> source) {
    return new Clauses(From.of(source), Logic.NONE, Grouping.NONE, List.of(), ALL, 0, false);
  }

  /** The collection the query began with. */
  Source<?> source() {
    return from.source();
  }

  Clauses from(From joined) {
    return new Clauses(joined, where, grouping, order, limit, offset, distinct);
  }

  Clauses where(Node condition) {
    Node both = Logic.and(where, condition);
    return new Clauses(from, both, grouping, order, limit, offset, distinct);
  }

  Clauses grouped(Grouping groups) {
    return new Clauses(from, where, groups, order, limit, offset, distinct);
  }

  Clauses orderBy(Ordering<?>... added) {
    List<Ordering<?>> all = new ArrayList<>(order);
    for (Ordering<?> ordering : Arguments.notNull(added, "order")) {
      all.add(Arguments.notNull(ordering, "ordering"));
    }
    return new Clauses(from, where, grouping, List.copyOf(all), limit, offset, distinct);
  }

  /** Ordered by the id, too, so that the order is always the same. */
  Clauses orderedById() {
    Clauses ordered = this;
    for (String id : distinct ? List.<String>of() : source().mapping().statements().ids()) {
      ordered = ordered.orderBy(new Ordering<>(new IdColumn<>(source().column(id)), false));
    }
    return ordered;
  }

  Clauses limit(long rows) {
    long checked = notNegative(rows, "limit");
    return new Clauses(from, where, grouping, order, checked, offset, distinct);
  }

  Clauses offset(long rows) {
    long checked = notNegative(rows, "offset");
    return new Clauses(from, where, grouping, order, limit, checked, distinct);
  }

  Clauses asDistinct() {
    return new Clauses(from, where, grouping, order, limit, offset, true);
  }

  Clauses atMost(long rows) {
    return limit != ALL && limit <= rows ? this : limit(rows);
  }

  boolean isLimited() {
    return limit != ALL || offset > 0;
  }

  boolean isGrouped() {
    return grouping != Grouping.NONE;
  }

  private static long notNegative(long rows, String name) {
    if (rows < 0) {
      throw new InvalidArgumentException(name + " must not be negative: " + rows);
    }
    return rows;
  }

  /** {@code SELECT columns FROM … WHERE … GROUP BY … ORDER BY … LIMIT …}. */
  void render(SqlWriter out, Node columns) {
    boolean outer = out.aggregates(true);
    Sources around = out.enter(from);
    out.text(distinct ? "SELECT DISTINCT " : "SELECT ").node(columns).text(" FROM ");
    renderRows(out);
    grouping.render(out);
    renderOrder(out);
    renderLimit(out);
    out.leave(around);
    out.aggregates(outer);
  }

  /** The collections and the condition on their rows, behind {@code FROM}. */
  void renderRows(SqlWriter out) {
    from.render(out);
    renderWhere(out);
  }

  void renderWhere(SqlWriter out) {
    if (where != Logic.NONE) {
      boolean outer = out.aggregates(false);
      out.text(" WHERE ").condition(where);
      out.aggregates(outer);
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
