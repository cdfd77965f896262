package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a query reads: one collection, and others joined to it; immutable.
 *
 * @param rows the collection's rows, under its name: itself, or a search in it
 */
record From(Source<?> source, Node rows, List<Join> joins) {
  /**
   * One joined collection: {@code LEFT JOIN customers AS c ON orders.customer_id = c.id}.
   *
   * @param optional true for a left join
   */
  record Join(boolean optional, Source<?> source, Node condition) {}

  static From of(Source<?> source) {
    return of(source, Node.text(source.inFrom()));
  }

  static From of(Source<?> source, Node rows) {
    return new From(source, rows, List.of());
  }

  From join(boolean optional, Source<?> joined, Node condition) {
    if (has(joined)) {
      throw new InvalidArgumentException(
          joined.label() + " is in this query already: join it under an alias");
    }
    List<Join> all = new ArrayList<>(joins);
    all.add(new Join(optional, joined, condition));
    return new From(source, rows, List.copyOf(all));
  }

  /** Names of tables and columns are the same in either case. */
  boolean has(Source<?> other) {
    return other.name().equalsIgnoreCase(source.name())
        || joins.stream().anyMatch(join -> other.name().equalsIgnoreCase(join.source.name()));
  }

  /** For messages: {@code orders, buyers}. */
  String labels() {
    return Stream.concat(Stream.of(source), joins.stream().map(Join::source))
        .map(Source::label)
        .collect(Collectors.joining(", "));
  }

  void render(SqlWriter out) {
    out.node(rows);
    for (Join join : joins) {
      out.text(join.optional ? " LEFT JOIN " : " JOIN ").text(join.source.inFrom());
      out.text(" ON ").node(join.condition);
    }
  }
}
