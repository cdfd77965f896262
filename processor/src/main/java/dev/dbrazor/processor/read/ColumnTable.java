package dev.dbrazor.processor.read;

import dev.dbrazor.processor.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The columns of the collection being read, also those whose component has a mistake. */
final class ColumnTable {
  private static final int MAXIMUM = 2000;

  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Report report;
  private int generated;

  /** A column; without a value when its component cannot be stored. */
  record Column(String name, Part part, Optional<Value> value) {}

  ColumnTable(Report report) {
    this.report = report;
  }

  void add(String name, Part part, Optional<Value> value) {
    Optional<Mark> mark = part.mark("Column");
    Optional<SqlNames.Problem> problem = SqlNames.ofColumn(name);
    if (problem.isPresent()) {
      error(
          problem.get().tag(),
          part,
          mark,
          "the column \"" + name + "\" of " + part.label() + " " + problem.get().text());
    }
    Column other =
        columns.putIfAbsent(name.toLowerCase(Locale.ROOT), new Column(name, part, value));
    if (other != null) {
      String same = other.name().equals(name) ? "" : " (SQL does not tell case apart)";
      error(
          "DuplicateColumn",
          part,
          mark,
          "the column \"%s\" of %s is already that of %s%s; rename one with @Column"
              .formatted(name, part.label(), other.part().label(), same));
      columns.put("\n" + generated++, new Column(name, part, value));
    }
  }

  private void error(String tag, Part part, Optional<Mark> mark, String message) {
    if (mark.isPresent()) {
      report.error(tag, part, mark.get(), "value", message);
    } else {
      report.error(tag, part, message);
    }
  }

  Optional<Column> find(String name) {
    return columns.values().stream().filter(column -> column.name().equals(name)).findFirst();
  }

  List<String> names() {
    return columns.values().stream().map(Column::name).toList();
  }

  boolean isTooWide() {
    return columns.size() > MAXIMUM;
  }
}
