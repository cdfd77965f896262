package dev.dbrazor.query;

import dev.dbrazor.mapping.ResultRow;
import java.util.List;
import java.util.Optional;

/** An expression whose NULL is an empty {@code Optional}; it is only selected. */
final class OptionalExpression<R, V> extends Expression<R, Optional<V>> {
  private final Expression<R, V> value;

  OptionalExpression(Expression<R, V> value) {
    super(value::render, null, value.name());
    this.value = value;
  }

  @Override
  int width() {
    return value.width();
  }

  @Override
  List<String> selectedNames() {
    return value.selectedNames();
  }

  @Override
  void render(SqlWriter out) {
    value.render(out);
  }

  @Override
  Optional<V> read(ResultRow row, int column) {
    return Optional.ofNullable(value.read(row, column));
  }
}
