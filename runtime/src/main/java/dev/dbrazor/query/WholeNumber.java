package dev.dbrazor.query;

import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ValueType;
import java.util.List;

/** A whole number bound beside values of another number type, which may keep it scaled. */
record WholeNumber(List<String> names, long value, ValueType<?> type) implements Node, Parameter {
  @Override
  public void render(SqlWriter out) {
    out.parameter(this);
  }

  @Override
  public void bind(Binder to) {
    type.bindWhole(to, 1, value);
  }
}
