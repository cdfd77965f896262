package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component;
import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel;
import java.util.List;
import java.util.stream.Collectors;

/** Table and column names as they stand in statements, and the conditions on ids made of them. */
final class Names {
  private final EntityModel model;
  private final Dialect dialect;

  Names(EntityModel model, Dialect dialect) {
    this.model = model;
    this.dialect = dialect;
  }

  String table() {
    return dialect.identifier(model.table());
  }

  List<String> stored() {
    return quoted(Columns.of(model).stored().stream().map(Column::name).toList());
  }

  List<String> ids() {
    return quoted(Indexes.idColumns(model));
  }

  /** The table's integer key: the id, or the hidden one. */
  String key() {
    return model.id().kind() == IdModel.Kind.DATABASE_KEY ? ids().get(0) : "_row";
  }

  String quoted(String name) {
    return dialect.identifier(name);
  }

  /** {@code RETURNING} all stored columns, on a line of its own. */
  String returning() {
    return Layout.commas("\nRETURNING ", stored(), "");
  }

  List<String> quoted(List<String> names) {
    return names.stream().map(dialect::identifier).toList();
  }

  /** {@code a = ? AND b = ?}. */
  String equalParameters(List<String> columns) {
    return quoted(columns).stream().map(name -> name + " = ?").collect(Collectors.joining(" AND "));
  }

  /** {@code (a, b) IN (SELECT … FROM json_each(?))}. */
  String idAmongParameter() {
    List<String> ids = ids();
    String left = ids.size() == 1 ? ids.get(0) : "(" + String.join(", ", ids) + ")";
    return left
        + " IN ("
        + dialect.listItems(model.id().components().stream().map(Component::value).toList())
        + ")";
  }
}
