package dev.dbrazor.query;

import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ValueType;
import java.util.List;

/** A bound value that is not null. */
record Value<V>(List<String> names, V value, ValueType<V> type) implements Node, Parameter {
  @Override
  public void render(SqlWriter out) {
    out.parameter(this);
  }

  @Override
  public void bind(Binder to) {
    to.value(1, value, type);
  }
}
