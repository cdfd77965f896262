package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
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
  String row() {
    List<String> parameters =
        Columns.of(model).stored().stream()
            .map(column -> column.component().defaultSql())
            .map(value -> value.map(sql -> "coalesce(?, (" + sql + "))").orElse("?"))
            .toList();
    return Layout.commas("(", parameters, ")");
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
