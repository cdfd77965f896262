package dev.dbrazor.query;

import dev.dbrazor.mapping.ResultRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several values as one; it is only selected. */
final class ComposedExpression<R, T> extends Expression<R, T> {
  private final ColumnSelection<T> parts;

  ComposedExpression(ColumnSelection<T> parts) {
    super(parts::render, null, "record(" + String.join(", ", parts.names()) + ")");
    this.parts = parts;
  }

  @Override
  boolean aggregates() {
    return parts.aggregates();
  }

  @Override
  int width() {
    return parts.width();
  }

  @Override
  List<String> selectedNames() {
    return parts.names();
  }

  @Override
  @Nullable T read(ResultRow row, int column) {
    return parts.read(row, column);
  }
}
