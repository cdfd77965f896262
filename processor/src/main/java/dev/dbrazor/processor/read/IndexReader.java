package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Collects a table's indexes: what components ask for, then what {@code @Index} describes. */
final class IndexReader {
  private final Reading reading;
  private final Mark collection;
  private final List<String> idColumns;
  private final List<IndexModel> indexes = new ArrayList<>();

  IndexReader(Reading reading, Mark collection, List<String> idColumns) {
    this.reading = reading;
    this.collection = collection;
    this.idColumns = idColumns;
  }

  List<IndexModel> read(List<Component> components) {
    components.forEach(this::component);
    for (Mark index : collection.marks("indexes")) {
      described(index);
    }
    return indexes;
  }

  private void component(Component component) {
    boolean referring = component.reference().filter(reference -> reference.indexed()).isPresent();
    if (component.column().isPresent()
        && (component.unique() || component.indexed() || referring)) {
      List<String> column = List.of(component.column().get());
      indexes.add(new IndexModel(column, component.unique(), Optional.empty()));
    }
    parts(component.value()).forEach(this::component);
  }

  private static Stream<Component> parts(Value value) {
    if (value instanceof Value.Nested nested) {
      return nested.components().stream();
    }
    return value instanceof Value.Embedded embedded
        ? embedded.components().stream()
        : Stream.empty();
  }

  private void described(Mark mark) {
    List<String> columns = mark.texts("columns");
    Optional<String> where = mark.text("where").filter(text -> !text.isEmpty());
    if (!known(mark, columns) || !whereFits(mark, where)) {
      return;
    }
    boolean unique = mark.flag("unique").orElse(false);
    IndexModel index = new IndexModel(columns, unique, where);
    if (columns.equals(idColumns) && where.isEmpty()) {
      error(
          "RedundantIndex",
          mark,
          "is that of the id, which is unique and indexed already;" + " remove it");
    } else if (indexes.stream().anyMatch(other -> sameRows(other, index))) {
      error("DuplicateIndex", mark, "is there already; remove one of the two");
    } else {
      indexes.add(index);
    }
  }

  private static boolean sameRows(IndexModel one, IndexModel other) {
    return one.columns().equals(other.columns()) && one.where().equals(other.where());
  }

  private boolean known(Mark mark, List<String> columns) {
    if (columns.isEmpty()) {
      if (mark.written("columns").isPresent()) {
        report(
            "EmptyIndex",
            mark,
            "columns",
            "an index of %s has no columns; name at least one of %s"
                .formatted(reading.record().getSimpleName(), existing()));
      }
      return false;
    }
    Set<String> seen = new HashSet<>();
    for (String name : columns) {
      Optional<ColumnTable.Column> column = reading.columns().find(name);
      if (column.isEmpty()) {
        error(
            "UnknownColumn",
            mark,
            "names the column \""
                + name
                + "\", which "
                + reading.record().getSimpleName()
                + " does not have; it has "
                + existing());
        return false;
      }
      if (!seen.add(name)) {
        error("RepeatedColumn", mark, "names the column \"" + name + "\" twice; remove one");
        return false;
      }
      if (column.get().value().filter(value -> !MarkRules.isComparable(value)).isPresent()) {
        String form = MarkRules.form(column.get().value().get());
        error(
            "UnindexableColumn",
            mark,
            "names the column \""
                + name
                + "\", which holds "
                + form
                + "; index columns of single values");
        return false;
      }
    }
    return true;
  }

  private boolean whereFits(Mark mark, Optional<String> where) {
    Optional<String> problem = where.flatMap(SqlFragment::problem);
    problem.ifPresent(
        text ->
            report(
                "InvalidWhere",
                mark,
                "where",
                "the SQL in where of the index over (%s) of %s %s; write one condition on columns"
                    .formatted(
                        String.join(", ", mark.texts("columns")),
                        reading.record().getSimpleName(),
                        text)));
    return problem.isEmpty();
  }

  private String existing() {
    return String.join(", ", reading.columns().names());
  }

  private void error(String tag, Mark mark, String text) {
    String columns = String.join(", ", mark.texts("columns"));
    report(
        tag,
        mark,
        "columns",
        "the index over (" + columns + ") of " + reading.record().getSimpleName() + " " + text);
  }

  private void report(String tag, Mark mark, String member, String message) {
    reading.report().error(tag, reading.record(), collection, mark, member, message);
  }
}
