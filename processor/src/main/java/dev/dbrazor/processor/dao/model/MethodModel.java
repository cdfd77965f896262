package dev.dbrazor.processor.dao.model;

import dev.dbrazor.processor.model.TypeName;
import java.util.List;

/**
 * One method and its statement.
 *
 * @param name as declared
 * @param parameters as declared
 * @param returns the declared type; {@code void} as a primitive
 * @param statement what runs
 * @param binds what is bound, in the order of the statement's parameters
 * @param result what comes of it
 */
public record MethodModel(
    String name,
    List<ParameterModel> parameters,
    TypeName returns,
    StatementModel statement,
    List<BindModel> binds,
    ResultModel result) {
  public MethodModel {
    parameters = List.copyOf(parameters);
    binds = List.copyOf(binds);
  }
}
