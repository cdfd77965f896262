package dev.dbrazor.processor.dao.model;

import dev.dbrazor.processor.model.TypeName;
import java.util.List;

/**
 * One valid interface.
 *
 * @param type the interface
 * @param isPublic whether it, and all it is nested in, is public
 * @param methods those that carry a statement, in order
 * @param collections records of the collections that its statements use and whose DAOs it can see
 */
public record DaoModel(
    TypeName type, boolean isPublic, List<MethodModel> methods, List<TypeName> collections) {
  public DaoModel {
    methods = List.copyOf(methods);
    collections = List.copyOf(collections);
  }

  /** {@code ReportsImpl}; {@code Shop_ReportsImpl} for a nested interface. */
  public TypeName generated() {
    return TypeName.of(type.packageName(), type.flatName() + "Impl");
  }
}
