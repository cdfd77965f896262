package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Item;
import dev.dbrazor.processor.dao.sql.Statement.Assignment;
import dev.dbrazor.processor.dao.sql.Statement.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes through a whole statement once. */
final class Analysis {
  private final Schema schema;
  private final Uses uses;
  private final SelectFacts queries;

  Analysis(Schema schema, Uses uses) {
    this.schema = schema;
    this.uses = uses;
    this.queries = new SelectFacts(schema, uses);
  }

  /** What is known about the statement's results. */
  List<NamedFact> results(Statement statement) {
    return statement instanceof Change change
        ? change(change)
        : queries.of(((Statement.Query) statement).select(), Scope.global());
  }

  private List<NamedFact> change(Change change) {
    Scope scope = Scope.global().inner();
    queries.define(change.with(), scope);
    insert(change, scope);
    Scope inside = scope.inner();
    String name = change.alias().orElse(change.table());
    inside.add(name, queries.columns(change.table()));
    if (change.verb().equals("INSERT")) {
      inside.add("excluded", queries.columns(change.table()));
    }
    queries.sources(change.from(), inside);
    change.assignments().forEach(each -> assign(change, each, inside));
    change.conditions().forEach(each -> queries.expressions().of(each, inside));
    change.limits().forEach(uses::asInteger);
    return returning(change, name);
  }

  private List<NamedFact> returning(Change change, String name) {
    Scope scope = Scope.global().inner();
    scope.add(name, queries.columns(change.table()));
    List<NamedFact> results = new ArrayList<>();
    for (Item item : change.returning()) {
      if (item.isStar()) {
        results.addAll(new Stars(schema, uses).returning(item, change.table(), scope));
      } else {
        results.add(queries.item(item, scope));
      }
    }
    return results;
  }

  private void insert(Change change, Scope scope) {
    if (change.query().isEmpty()) {
      return;
    }
    List<String> columns =
        change.columns().isEmpty() ? schema.star(change.table()) : change.columns();
    queries.of(change.query().get(), scope);
    for (Select.Arm arm : change.query().get().arms()) {
      for (List<Expr> row : arm.rows()) {
        assign(change.table(), columns, row);
      }
      List<Expr> items = arm.items().stream().flatMap(item -> item.expression().stream()).toList();
      if (items.size() == arm.items().size()) {
        assign(change.table(), columns, items);
      }
    }
  }

  private void assign(String table, List<String> columns, List<Expr> values) {
    for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
      Expr value = values.get(i);
      column(table, columns.get(i)).ifPresent(column -> uses.asColumn(value, column));
    }
  }

  private Optional<SchemaColumn> column(String table, String name) {
    return schema.column(table, name.replace("\"", ""));
  }

  private void assign(Change change, Assignment assignment, Scope scope) {
    queries.expressions().of(assignment.value(), scope);
    List<Expr> values =
        assignment.value() instanceof Expr.Row row ? row.items() : List.of(assignment.value());
    assign(change.table(), assignment.columns(), values);
  }
}
