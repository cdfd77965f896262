package dev.dbrazor.processor.dao.sql;

import java.util.List;
import java.util.Optional;

/**
 * What an UPDATE assigns.
 *
 * @param table as written
 * @param columns as written
 */
public record ChangedColumns(String table, List<String> columns) {
  static Optional<ChangedColumns> of(Statement statement) {
    if (statement instanceof Statement.Change change && !change.assignments().isEmpty()) {
      List<String> columns =
          change.assignments().stream().flatMap(each -> each.columns().stream()).toList();
      return Optional.of(new ChangedColumns(change.table(), columns));
    }
    return Optional.empty();
  }

  public boolean has(String column) {
    return columns.stream().anyMatch(column::equalsIgnoreCase);
  }
}
