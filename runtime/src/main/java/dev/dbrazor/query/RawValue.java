package dev.dbrazor.query;

import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A value as the engine has it.
 *
 * @param value Long, Double, String, byte[], or null for NULL
 */
record RawValue(@Nullable Object value) implements Node, Parameter {
  static RawValue of(DriverStatement statement, int column) {
    ColumnType type = statement.type(column);
    return new RawValue(
        switch (type) {
          case NULL -> null;
          case INTEGER -> statement.int64(column);
          case FLOAT -> statement.float64(column);
          case TEXT -> statement.text(column);
          case BLOB -> statement.blob(column);
        });
  }

  boolean isNull() {
    return value == null;
  }

  @Override
  public List<String> names() {
    return List.of();
  }

  @Override
  public void render(SqlWriter out) {
    out.parameter(this);
  }

  @Override
  public void bind(Binder to) {
    if (value == null) {
      to.nothing(1);
    } else if (value instanceof Long number) {
      to.int64(1, number);
    } else if (value instanceof Double number) {
      to.float64(1, number);
    } else if (value instanceof String text) {
      to.text(1, text);
    } else {
      to.blob(1, (byte[]) Objects.requireNonNull(value));
    }
  }
}
