package dev.dbrazor.query;

import java.util.ArrayList;
import java.util.List;

/**
 * The order of pages, in which every row has its own place, and the condition for rows after one
 * place: {@code a > ? OR (a = ? AND (b < ? OR (b = ? AND id > ?)))}, where NULL, which SQL does not
 * compare, stands at the beginning or the end as the order says.
 */
final class Keyset {
  private final List<Ordering<?>> keys;

  private Keyset(List<Ordering<?>> keys) {
    this.keys = keys;
  }

  static Keyset of(Clauses clauses, List<String> ids) {
    List<Ordering<?>> keys = new ArrayList<>(clauses.order());
    for (String id : ids) {
      Location<?> location = clauses.source().column(id);
      boolean there = keys.stream().anyMatch(key -> key.by().name().equals(location.name()));
      if (!there) {
        keys.add(ascending(location));
      }
    }
    return new Keyset(keys);
  }

  private static <R> Ordering<R> ascending(Location<R> id) {
    return new Ordering<>(new IdColumn<>(id), false);
  }

  int size() {
    return keys.size();
  }

  Clauses ordered(Clauses clauses) {
    List<Ordering<?>> added = keys.subList(clauses.order().size(), keys.size());
    return clauses.orderBy(added.toArray(Ordering<?>[]::new));
  }

  /** The keys behind the columns of the record. */
  void render(SqlWriter out) {
    for (Ordering<?> key : keys) {
      out.text(", ");
      key.by().render(out);
    }
  }

  /** True for the rows after the place with these values. */
  Node after(List<RawValue> values) {
    Node after = null;
    for (int i = keys.size() - 1; i >= 0; i--) {
      Node beyond = beyond(keys.get(i), values.get(i));
      after = after == null ? beyond : Logic.or(beyond, Logic.and(same(i, values), after));
    }
    Node first = firstBound(values.get(0));
    return keys.size() == 1 ? after : Logic.and(first, after);
  }

  /** What an index on the first key can use; nothing where NULLs would have to be added. */
  private Node firstBound(RawValue value) {
    Ordering<?> key = keys.get(0);
    if (value.isNull() || nullsFollow(key)) {
      return Logic.NONE;
    }
    String operator = key.isDescending() ? " <= " : " >= ";
    return out -> {
      key.by().render(out);
      out.text(operator).node(value);
    };
  }

  private Node same(int i, List<RawValue> values) {
    Ordering<?> key = keys.get(i);
    String operator = values.get(i).isNull() ? " IS " : " = ";
    return out -> {
      key.by().render(out);
      out.text(operator).node(values.get(i));
    };
  }

  private static Node beyond(Ordering<?> key, RawValue value) {
    if (value.isNull()) {
      return key.isNullsFirst() ? isNull(key, " IS NOT NULL") : Node.text("0");
    }
    String operator = key.isDescending() ? " < " : " > ";
    Node greater =
        out -> {
          key.by().render(out);
          out.text(operator).node(value);
        };
    return nullsFollow(key) ? Logic.or(greater, isNull(key, " IS NULL")) : greater;
  }

  private static boolean nullsFollow(Ordering<?> key) {
    return !key.isNullsFirst() && key.by().mayBeNull();
  }

  private static Node isNull(Ordering<?> key, String test) {
    return out -> {
      key.by().render(out);
      out.text(test);
    };
  }
}
