package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Item;
import dev.dbrazor.processor.dao.sql.Select.Source;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a star as the components' columns: not the hidden key, not generated columns. */
final class Stars {
  private final Schema schema;
  private final Uses uses;

  Stars(Schema schema, Uses uses) {
    this.schema = schema;
    this.uses = uses;
  }

  /** The results a star stands for; the statement is changed where collections are among them. */
  List<NamedFact> expand(Item star, List<Source> from, Scope scope) {
    List<NamedFact> results = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    boolean collection = false;
    for (Source source : from) {
      if (star.table().isPresent() && !star.table().get().equalsIgnoreCase(source.name())) {
        continue;
      }
      boolean alone = from.size() == 1 && star.table().isEmpty();
      String before = alone ? "" : new SqliteDialect().identifier(source.name()) + ".";
      if (isCollection(source, scope)) {
        collection = true;
        schema.star(source.table().orElseThrow()).forEach(name -> texts.add(before + name));
        results.addAll(stored(source, scope));
      } else {
        texts.add(before + "*");
        results.addAll(scope.star(Optional.of(source.name())));
      }
    }
    if (collection && star.start() != Item.UNWRITTEN) {
      uses.replace(star.start(), star.end(), String.join(", ", texts));
    }
    return results;
  }

  /** {@code RETURNING *}. */
  List<NamedFact> returning(Item star, String table, Scope scope) {
    List<String> names = schema.star(table);
    if (!names.isEmpty()) {
      uses.replace(star.start(), star.end(), String.join(", ", names));
    }
    return stored(table, table, scope);
  }

  private boolean isCollection(Source source, Scope scope) {
    return source
        .table()
        .filter(table -> scope.query(table).isEmpty() && !schema.star(table).isEmpty())
        .isPresent();
  }

  private List<NamedFact> stored(Source source, Scope scope) {
    return stored(source.table().orElseThrow(), source.name(), scope);
  }

  private List<NamedFact> stored(String table, String name, Scope scope) {
    return schema.columns(table).stream()
        .filter(column -> !column.inJson())
        .map(
            column -> {
              Expr.Column named = new Expr.Column(Optional.of(name), column.name(), false);
              return new NamedFact(
                  column.name(), scope.column(named).orElseGet(() -> Fact.of(column)));
            })
        .toList();
  }
}
