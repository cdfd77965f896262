package dev.dbrazor.processor.dao.model;

import dev.dbrazor.processor.model.TypeName;
import dev.dbrazor.processor.model.Value;
import java.util.List;

/** What a row, or a part of it, becomes. */
public sealed interface ElementModel {
  /**
   * One column.
   *
   * @param column from 0
   * @param value how it is stored
   * @param inJson whether as it stands in a JSON document
   * @param nullable whether NULL becomes null
   * @param optional whether it comes in an {@code Optional}
   */
  record Scalar(int column, Value value, boolean inJson, boolean nullable, boolean optional)
      implements ElementModel {}

  /** A record of its components' columns. */
  record Composite(TypeName type, List<ElementModel> components) implements ElementModel {
    public Composite {
      components = List.copyOf(components);
    }
  }
}
