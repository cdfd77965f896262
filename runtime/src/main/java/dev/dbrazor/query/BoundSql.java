package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import java.util.List;

/**
 * A finished statement: its text, and its parameters with the number of place holders before each.
 */
record BoundSql(String text, List<Parameter> parameters, List<Integer> offsets) {
  /** The error to throw for one that running this gave. */
  DbRazorException explain(DbRazorException error) {
    DbRazorException explained = error;
    for (Parameter parameter : parameters) {
      explained = parameter.explain(explained);
    }
    return explained;
  }

  void bind(DriverStatement statement) {
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      parameter.bind(new Binder(statement, offsets.get(i), parameter.names()));
    }
  }
}
