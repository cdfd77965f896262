package dev.dbrazor.query;

import dev.dbrazor.mapping.Binder;
import java.util.List;

/** A bound integer that is no value of a component: a limit, a length. */
record RawNumber(long value) implements Node, Parameter {
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
    to.int64(1, value);
  }
}
