package dev.dbrazor.processor.dao.model;

import java.util.Optional;

/**
 * What a method makes of its statement's result.
 *
 * @param shape how many rows, in what
 * @param element what a row becomes; empty for statements that return none
 */
public record ResultModel(Shape shape, Optional<ElementModel> element) {
  /** How many rows are expected, and what they come in. */
  public enum Shape {
    VOID,
    INT_CHANGES,
    LONG_CHANGES,
    LIST,
    STREAM,
    OPTIONAL,
    ONE,
    ONE_OR_NULL
  }
}
