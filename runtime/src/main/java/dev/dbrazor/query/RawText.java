package dev.dbrazor.query;

import dev.dbrazor.mapping.Binder;
import java.util.List;

/** A bound text that is no value of a component: a pattern, a JSON path, a list of values. */
record RawText(List<String> names, String value) implements Node, Parameter {
  @Override
  public void render(SqlWriter out) {
    out.parameter(this);
  }

  @Override
  public void bind(Binder to) {
    to.text(1, value);
  }
}
