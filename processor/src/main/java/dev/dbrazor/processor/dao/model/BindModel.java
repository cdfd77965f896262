package dev.dbrazor.processor.dao.model;

import dev.dbrazor.processor.model.Value;

/**
 * How one parameter of a statement is bound.
 *
 * @param parameter the method's parameter
 * @param value how it is stored; of a list, how one item is
 * @param inJson whether as it stands in a JSON document
 * @param form what the parameter holds it in
 */
public record BindModel(String parameter, Value value, boolean inJson, Form form) {
  /** What a parameter holds its value in. */
  public enum Form {
    PRESENT,
    NULLABLE,
    OPTIONAL,
    LIST
  }
}
