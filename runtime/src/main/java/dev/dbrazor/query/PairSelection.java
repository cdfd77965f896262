package dev.dbrazor.query;

import dev.dbrazor.mapping.ResultRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Two records of each row, beside each other. */
record PairSelection<L, R>(Selection<L> left, Selection<R> right) implements Selection<Pair<L, R>> {
  @Override
  public void render(SqlWriter out) {
    left.render(out);
    out.text(", ");
    right.render(out);
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>(left.names());
    names.addAll(right.names());
    return names;
  }

  @Override
  public int width() {
    return left.width() + right.width();
  }

  @Override
  public Pair<L, R> read(ResultRow row) {
    L one = Objects.requireNonNull(left.read(row));
    return new Pair<>(one, Objects.requireNonNull(right.read(row.from(left.width()))));
  }
}
