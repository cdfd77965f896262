package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The statements that begin with {@code UPDATE} or {@code DELETE}. */
final class Updates {
  private final EntityModel model;
  private final Names names;
  private final Changes changes;
  private final List<String> columns;

  Updates(EntityModel model, Dialect dialect) {
    this.model = model;
    this.names = new Names(model, dialect);
    this.changes = new Changes(model, dialect);
    this.columns = Columns.of(model).stored().stream().map(Column::name).toList();
  }

  // UPDATE customers
  // SET name = ?2, version = version + 1
  // WHERE id = ?1 AND version = ?3
  //
  // Parameters are numbered by column, so that messages about them can name the column.
  String update() {
    return updateKeeping(List.of());
  }

  // UPDATE customers
  // SET name = ?2, version = version + 1
  // WHERE id = ?1 AND version = ?4
  //   AND email IS ?3
  //
  // SQLite takes an index's entry out and puts it back even when nothing in it changes.
  Optional<String> updateUnindexed() {
    List<String> indexed = changes.indexed();
    return indexed.isEmpty() ? Optional.empty() : Optional.of(updateKeeping(indexed));
  }

  private String updateKeeping(List<String> kept) {
    List<String> conditions = changes.conditions(this::equalParameter, this::equalParameter);
    return "UPDATE "
        + names.table()
        + "\n"
        + changes.set(this::parameter, "", kept)
        + "\nWHERE "
        + String.join(" AND ", conditions)
        + kept.stream()
            .map(column -> "\n  AND " + names.quoted(column) + " IS " + parameter(column))
            .collect(Collectors.joining())
        + (Returns.update(model) ? names.returning() : "");
  }

  // WITH _given (id, name, version) AS (
  //   VALUES (?, ?, ?)
  // )
  // UPDATE customers
  // SET name = _given.name, version = customers.version + 1
  // FROM _given
  // WHERE customers.id = _given.id AND customers.version = _given.version - 1
  // RETURNING id, name, version
  String updateAll(String row) {
    String table = names.table() + ".";
    List<String> conditions =
        changes.conditions(id -> equalGiven(id, ""), version -> equalGiven(version, " - 1"));
    return Layout.commas("WITH _given (", names.stored(), ") AS (")
        + "\n  VALUES "
        + row
        + "\n)\nUPDATE "
        + names.table()
        + "\n"
        + changes.set(column -> "_given." + names.quoted(column), table)
        + "\nFROM _given\nWHERE "
        + String.join(" AND ", conditions)
        + (Returns.update(model) ? names.returning() : "");
  }

  // version = version + 1, updated_at = ?
  Optional<String> touch() {
    List<String> assignments = new ArrayList<>();
    for (Column column : Columns.of(model).stored()) {
      String name = names.quoted(column.name());
      if (column.component().role() == Role.VERSION) {
        assignments.add(name + " = " + name + " + 1");
      } else if (column.component().role() == Role.UPDATED_AT) {
        assignments.add(name + " = ?");
      }
    }
    return assignments.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", assignments));
  }

  String deleteById() {
    return "DELETE FROM "
        + names.table()
        + "\nWHERE "
        + names.equalParameters(Indexes.idColumns(model));
  }

  String deleteAllById() {
    return "DELETE FROM " + names.table() + "\nWHERE " + names.idAmongParameter();
  }

  private String parameter(String column) {
    return "?" + (columns.indexOf(column) + 1);
  }

  private String equalParameter(String column) {
    return names.quoted(column) + " = " + parameter(column);
  }

  private String equalGiven(String column, String minus) {
    String name = names.quoted(column);
    return names.table() + "." + name + " = _given." + name + minus;
  }
}
