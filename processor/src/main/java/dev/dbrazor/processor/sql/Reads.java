package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import java.util.List;
import java.util.Optional;

/** The statements that read. */
final class Reads {
  private final EntityModel model;
  private final Dialect dialect;
  private final Names names;

  Reads(EntityModel model, Dialect dialect) {
    this.model = model;
    this.dialect = dialect;
    this.names = new Names(model, dialect);
  }

  String columns() {
    return Layout.commas("", names.stored(), "");
  }

  // SELECT id, name, … FROM customers
  // WHERE email = ?
  String findBy(List<String> columns) {
    return select() + "\nWHERE " + names.equalParameters(columns);
  }

  String findById() {
    return findBy(Indexes.idColumns(model));
  }

  // SELECT id, name, … FROM customers
  // WHERE id IN (SELECT unhex(value) FROM json_each(?))
  String findAllById() {
    return select() + "\nWHERE " + names.idAmongParameter();
  }

  String count() {
    return "SELECT count(*) FROM " + names.table();
  }

  Optional<String> versionById() {
    return model.components().stream()
        .filter(component -> component.role() == Component.Role.VERSION)
        .map(
            version ->
                "SELECT "
                    + dialect.identifier(version.column().orElseThrow())
                    + " FROM "
                    + names.table()
                    + " WHERE "
                    + names.equalParameters(Indexes.idColumns(model)))
        .findFirst();
  }

  Optional<String> highestKey() {
    if (model.id().kind() != IdModel.Kind.DATABASE_KEY) {
      return Optional.empty();
    }
    String key = dialect.identifier(Indexes.idColumns(model).get(0));
    return Optional.of("SELECT coalesce(max(" + key + "), 0) FROM " + names.table());
  }

  private String select() {
    return Layout.commas("SELECT ", names.stored(), "") + "\nFROM " + names.table();
  }
}
