package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import dev.dbrazor.processor.model.SequenceModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that begin with {@code INSERT}. */
final class Inserts {
  private final EntityModel model;
  private final Names names;
  private final Changes changes;

  Inserts(EntityModel model, Dialect dialect) {
    this.model = model;
    this.names = new Names(model, dialect);
    this.changes = new Changes(model, dialect);
  }

  // (?, ?, coalesce(?, ('new')))
  //
  // A number that is counted takes its stream's parameter a second time, so that all have numbers:
  // (?1, ?2, (SELECT coalesce(max(number), 0) + 1 FROM events WHERE stream_id = ?2))
  String row() {
    List<Column> stored = Columns.of(model).stored();
    List<String> values = new ArrayList<>();
    for (Column column : stored) {
      boolean counted = column.component().role() == Component.Role.SEQUENCE;
      values.add(counted ? next(stored) : value(column, stored));
    }
    return Layout.commas("(", values, ")");
  }

  private String value(Column column, List<Column> stored) {
    String parameter = model.sequence().isPresent() ? "?" + (stored.indexOf(column) + 1) : "?";
    return column
        .component()
        .defaultSql()
        .map(sql -> "coalesce(" + parameter + ", (" + sql + "))")
        .orElse(parameter);
  }

  private String next(List<Column> stored) {
    SequenceModel sequence = model.sequence().orElseThrow();
    Column stream =
        stored.stream()
            .filter(column -> column.name().equals(sequence.stream()))
            .findFirst()
            .orElseThrow();
    return "(SELECT coalesce(max(%s), 0) + 1 FROM %s WHERE %s = %s)"
        .formatted(
            names.quoted(sequence.column()),
            names.table(),
            names.quoted(sequence.stream()),
            value(stream, stored));
  }

  // (?, ?, ?)
  String plainRow() {
    return Layout.commas("(", Columns.of(model).stored().stream().map(column -> "?").toList(), ")");
  }

  // INSERT INTO customers (id, name)
  // VALUES (?, ?)
  // RETURNING id, name
  String insert() {
    return Returns.insert(model) ? into() + names.returning() : into();
  }

  /** Reads the key back; empty when the engine makes none. */
  Optional<String> insertReturning() {
    return model.id().kind() == IdModel.Kind.DATABASE_KEY
        ? Optional.of(into() + names.returning())
        : Optional.empty();
  }

  String insertOrIgnore() {
    return into() + "\nON CONFLICT DO NOTHING" + names.returning();
  }

  // INSERT INTO customers (id, name, version)
  // VALUES (?, ?, ?)
  // ON CONFLICT (id) DO UPDATE
  // SET name = excluded.name, version = version + 1
  // RETURNING id, name, version
  String upsert() {
    String text = upsertOn(Indexes.idColumns(model));
    return Returns.upsert(model) ? text + names.returning() : text;
  }

  /** By another key than the id, which the row that is there keeps. */
  String upsert(List<String> key) {
    return upsertOn(key) + names.returning();
  }

  private String upsertOn(List<String> target) {
    return into()
        + "\nON CONFLICT ("
        + String.join(", ", names.quoted(target))
        + ") DO UPDATE\n"
        + changes.set(column -> "excluded." + names.quoted(column), "");
  }

  private String into() {
    return Layout.commas("INSERT INTO " + names.table() + " (", names.stored(), ")")
        + "\nVALUES "
        + row();
  }
}
