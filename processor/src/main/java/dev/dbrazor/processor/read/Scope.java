package dev.dbrazor.processor.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Where in a collection's record a component stands.
 *
 * @param kind what a component can have there
 * @param path Java path before the component, with its dot: {@code address.}
 * @param column column name before the component's, with its line: {@code address_}
 * @param records the records around it, the collection's first
 * @param user the component that uses the innermost of them; empty for the collection's own
 */
record Scope(
    Kind kind, String path, String column, List<TypeElement> records, Optional<Part> user) {
  /** What a component can have. */
  enum Kind {
    /** A component of the collection's record: a column and a role. */
    TABLE,
    /** Of an embedded record: a column. */
    EMBEDDED,
    /** Of a nested record: a generated column, if it is indexed. */
    NESTED,
    /** Inside a list, a map or a record of one component: no column, so no index. */
    ELEMENT,
    /** Of a nested record that is a collection itself: its marks are about its own table. */
    OTHER_COLLECTION
  }

  static Scope of(TypeElement record) {
    return new Scope(Kind.TABLE, "", "", List.of(record), Optional.empty());
  }

  boolean hasColumns() {
    return kind == Kind.TABLE || kind == Kind.EMBEDDED;
  }

  /** The same place, where no column is possible. */
  Scope element() {
    return kind == Kind.OTHER_COLLECTION
        ? this
        : new Scope(Kind.ELEMENT, path, column, records, user);
  }

  /** Inside the record that a component of this scope holds. */
  Scope inside(Kind inner, Part part, TypeElement record) {
    List<TypeElement> deeper = new ArrayList<>(records);
    deeper.add(record);
    return new Scope(
        inner,
        path + part.name() + ".",
        column + columnName(part) + "_",
        deeper,
        Optional.of(part.shown().orElse(part)));
  }

  /** The column's name without what its scope puts before it. */
  static String columnName(Part part) {
    return part.mark("Column")
        .flatMap(mark -> mark.text("value"))
        .orElseGet(() -> SqlNames.snakeCase(part.name()));
  }
}
