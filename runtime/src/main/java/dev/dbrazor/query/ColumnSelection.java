package dev.dbrazor.query;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MappingException;
import dev.dbrazor.mapping.ResultRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several expressions and how their values become one result. */
record ColumnSelection<T>(List<Expression<?, ?>> columns, Reader<T> reader)
    implements Selection<T> {
  /** Makes a result of the columns from one on. */
  @FunctionalInterface
  interface Reader<T> {
    @Nullable T read(ResultRow row, int from);
  }

  @Override
  public int width() {
    int width = 0;
    for (Expression<?, ?> column : columns) {
      width += column.width();
    }
    return width;
  }

  @Override
  public boolean aggregates() {
    return columns.stream().anyMatch(Expression::aggregates);
  }

  // A single column is selected as it is, so it has the result's type.
  @SuppressWarnings("unchecked")
  @Override
  public Expression<?, T> only() {
    return columns.size() == 1 ? (Expression<?, T>) columns.get(0) : Selection.super.only();
  }

  @Override
  public void render(SqlWriter out) {
    String separator = "";
    for (Expression<?, ?> column : columns) {
      out.text(separator);
      column.render(out);
      separator = ", ";
    }
  }

  @Override
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Expression<?, ?> column : columns) {
      names.addAll(column.selectedNames());
    }
    return names;
  }

  @Override
  public @Nullable T read(ResultRow row) {
    return read(row, 0);
  }

  @Nullable T read(ResultRow row, int from) {
    try {
      return reader.read(row, from);
    } catch (NullPointerException e) {
      // Looked for only now: unboxing NULL for a primitive is rare, and costs nothing until then.
      List<String> missing = missing(row, from);
      if (missing.isEmpty()) {
        throw e;
      }
      String names = String.join(", ", missing);
      ErrorDetails details =
          ErrorDetails.of(
              ErrorCode.MAPPING,
              names + " is NULL, which the constructor does not take; select its optional()");
      throw new MappingException(details.withColumns(missing), e);
    }
  }

  private List<String> missing(ResultRow row, int from) {
    List<String> missing = new ArrayList<>();
    int column = from;
    for (Expression<?, ?> expression : columns) {
      if (expression.read(row, column) == null) {
        missing.add(expression.name());
      }
      column += expression.width();
    }
    return missing;
  }
}
