package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.SequenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a change assigns: everything but id, time of creation, number and stream, and the version
 * counted up.
 */
final class Changes {
  private final EntityModel model;
  private final List<Column> stored;
  private final Names names;
  private final String stream;

  Changes(EntityModel model, Dialect dialect) {
    this.model = model;
    this.stream = model.sequence().map(SequenceModel::stream).orElse("");
    this.stored = Columns.of(model).stored();
    this.names = new Names(model, dialect);
  }

  /**
   * {@code SET name = value, version = version + 1}.
   *
   * @param value SQL of a column's new value, by the column's unquoted name
   * @param table what the row's own columns are qualified with: nothing, or {@code customers.}
   */
  String set(UnaryOperator<String> value, String table) {
    return set(value, table, List.of());
  }

  /** The same but for some columns. */
  String set(UnaryOperator<String> value, String table, List<String> kept) {
    List<String> assignments = new ArrayList<>();
    for (Column column : stored) {
      String name = names.quoted(column.name());
      if (column.name().equals(stream) || kept.contains(column.name())) {
        continue;
      }
      switch (column.component().role()) {
        case ID, CREATED_AT, SEQUENCE -> {}
        case VERSION -> assignments.add(name + " = " + table + name + " + 1");
        default -> assignments.add(name + " = " + value.apply(column.name()));
      }
    }
    if (assignments.isEmpty()) {
      String id = names.ids().get(0); // nothing to change, but the statement must be one
      assignments.add(id + " = " + table + id);
    }
    return Layout.commas("SET ", assignments, "");
  }

  /**
   * The columns in indexes that a change mostly leaves as they are; empty when it would have
   * nothing else to change.
   */
  List<String> indexed() {
    Set<String> indexed = Indexes.indexedColumns(model);
    List<String> plain =
        stored.stream()
            .filter(column -> column.component().role() == Role.PLAIN)
            .map(Column::name)
            .filter(name -> !name.equals(stream))
            .toList();
    return indexed.containsAll(plain)
        ? List.of()
        : plain.stream().filter(indexed::contains).toList();
  }

  /** Columns that say which row is meant: the ids, then the version. */
  List<String> conditions(UnaryOperator<String> idValue, UnaryOperator<String> versionValue) {
    List<String> conditions = new ArrayList<>();
    stored.stream()
        .filter(column -> column.component().role() == Role.ID)
        .forEach(column -> conditions.add(idValue.apply(column.name())));
    stored.stream()
        .filter(column -> column.component().role() == Role.VERSION)
        .forEach(column -> conditions.add(versionValue.apply(column.name())));
    return conditions;
  }
}
