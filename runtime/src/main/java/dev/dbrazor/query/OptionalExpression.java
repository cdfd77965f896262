package dev.dbrazor.query;

import dev.dbrazor.mapping.ResultRow;
import java.util.List;
import java.util.Optional;

/**
 * An expression whose NULL is an empty {@code Optional}, for several values when all are NULL; it
 * is only selected.
 */
final class OptionalExpression<R, V> extends Expression<R, Optional<V>> {
  private final Expression<R, V> value;

  OptionalExpression(Expression<R, V> value) {
    super(value::render, null, value.name());
    this.value = value;
  }

  @Override
  boolean aggregates() {
    return value.aggregates();
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
    return isMissing(row, column) ? Optional.empty() : Optional.ofNullable(value.read(row, column));
  }

  /** Of several values, whose constructor may take no NULL, all must be there before it is run. */
  private boolean isMissing(ResultRow row, int column) {
    int width = value.width();
    for (int i = 0; i < width; i++) {
      if (width == 1 || !row.isNull(column + i)) {
        return false;
      }
    }
    return true;
  }
}
