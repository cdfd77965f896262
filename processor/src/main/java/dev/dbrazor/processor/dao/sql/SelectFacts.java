package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Arm;
import dev.dbrazor.processor.dao.sql.Select.Cte;
import dev.dbrazor.processor.dao.sql.Select.Item;
import dev.dbrazor.processor.dao.sql.Select.Join;
import dev.dbrazor.processor.dao.sql.Select.Source;
import dev.dbrazor.processor.dao.sql.Select.With;
import java.util.ArrayList;
import java.util.List;

/** What is known about the results of queries. */
final class SelectFacts {
  /** So often a recursive query is looked at before nothing is known about it. */
  private static final int ROUNDS = 8;

  private final Schema schema;
  private final Uses uses;
  private final ExpressionFacts expressions;

  SelectFacts(Schema schema, Uses uses) {
    this.schema = schema;
    this.uses = uses;
    this.expressions = new ExpressionFacts(this, uses);
  }

  ExpressionFacts expressions() {
    return expressions;
  }

  List<NamedFact> of(Select select, Scope around) {
    Scope scope = around.inner();
    define(select.with(), scope);
    List<NamedFact> results = List.of();
    for (int i = 0; i < select.arms().size(); i++) {
      Scope inside = scope.inner();
      List<NamedFact> arm = arm(select.arms().get(i), inside);
      if (select.arms().size() == 1) {
        select.order().forEach(each -> expressions.of(each, inside));
      }
      results = i == 0 ? arm : either(results, arm);
    }
    for (Expr limit : select.limits()) {
      uses.asInteger(limit);
      expressions.of(limit, scope);
    }
    return results;
  }

  /** Whether a query always has exactly one row: an aggregate over everything. */
  boolean hasOneRow(Select select) {
    if (select.arms().size() != 1 || !select.limits().isEmpty()) {
      return false;
    }
    Arm arm = select.arms().get(0);
    return arm.rows().isEmpty()
        && arm.groupBy().isEmpty()
        && arm.having().isEmpty()
        && arm.items().stream()
            .anyMatch(
                item ->
                    item.expression()
                        .filter(Expr.Call.class::isInstance)
                        .filter(
                            call ->
                                FunctionFacts.isAggregate((Expr.Call) call)
                                    && (((Expr.Call) call).star() || !arm.from().isEmpty()))
                        .isPresent());
  }

  void define(With with, Scope scope) {
    for (Cte query : with.queries()) {
      boolean mayRecur = query.query().arms().size() > 1;
      List<NamedFact> facts = mayRecur ? recursive(query, scope) : of(query.query(), scope);
      scope.define(query.name(), renamed(facts, query.columns()));
    }
  }

  /** Supposes of the whole what is true of its first part, until that proves itself. */
  private List<NamedFact> recursive(Cte query, Scope scope) {
    Select whole = query.query();
    Select start = new Select(whole.with(), whole.arms().subList(0, 1), List.of(), List.of());
    List<NamedFact> supposed = unbounded(of(start, scope));
    for (int round = 0; round < ROUNDS; round++) {
      scope.define(query.name(), renamed(supposed, query.columns()));
      List<NamedFact> found = unbounded(of(whole, scope));
      if (found.equals(supposed)) {
        return found;
      }
      supposed = found;
    }
    return supposed.stream().map(each -> new NamedFact(each.name(), Fact.NOTHING)).toList();
  }

  private static List<NamedFact> unbounded(List<NamedFact> facts) {
    return facts.stream().map(each -> new NamedFact(each.name(), each.fact().unbounded())).toList();
  }

  private static List<NamedFact> renamed(List<NamedFact> facts, List<String> names) {
    List<NamedFact> renamed = new ArrayList<>();
    for (int i = 0; i < facts.size(); i++) {
      String name = i < names.size() ? names.get(i) : facts.get(i).name();
      renamed.add(new NamedFact(name, facts.get(i).fact()));
    }
    return renamed;
  }

  private static List<NamedFact> either(List<NamedFact> one, List<NamedFact> other) {
    List<NamedFact> both = new ArrayList<>();
    for (int i = 0; i < one.size(); i++) {
      Fact fact = i < other.size() ? one.get(i).fact().or(other.get(i).fact()) : Fact.NOTHING;
      both.add(new NamedFact(one.get(i).name(), fact));
    }
    return both;
  }

  private List<NamedFact> arm(Arm arm, Scope scope) {
    if (!arm.rows().isEmpty()) {
      return rows(arm, scope);
    }
    sources(arm.from(), scope);
    arm.where().ifPresent(where -> condition(where, scope));
    if (arm.groupBy().isEmpty()) {
      boolean aggregate =
          arm.having().isPresent()
              || arm.items().stream()
                  .flatMap(item -> item.expression().stream())
                  .anyMatch(SelectFacts::aggregates);
      if (aggregate) {
        scope.allowNoRow();
      }
    } else {
      scope.group();
    }
    items(arm, scope); // an aggregate in a query inside may turn out to be one of this query
    List<NamedFact> results = items(arm, scope);
    results.forEach(each -> scope.alias(each.name(), each.fact()));
    arm.groupBy().forEach(each -> expressions.of(each, scope));
    arm.having().ifPresent(each -> expressions.of(each, scope));
    return results;
  }

  private static boolean aggregates(Expr expression) {
    boolean here = expression instanceof Expr.Call call && FunctionFacts.mayAggregate(call);
    return here || Columns.children(expression).stream().anyMatch(SelectFacts::aggregates);
  }

  private List<NamedFact> rows(Arm arm, Scope scope) {
    List<NamedFact> results = List.of();
    for (int i = 0; i < arm.rows().size(); i++) {
      List<NamedFact> row = new ArrayList<>();
      for (Expr value : arm.rows().get(i)) {
        row.add(new NamedFact("column" + (row.size() + 1), expressions.of(value, scope)));
      }
      results = i == 0 ? row : either(results, row);
    }
    return results;
  }

  /** Adds sources to the scope, outer joins considered. */
  void sources(List<Source> sources, Scope scope) {
    boolean outer = sources.stream().anyMatch(source -> source.join() != Join.INNER);
    for (Source source : sources) {
      int index = scope.size();
      scope.add(source.name(), columns(source, scope));
      if (source.join() == Join.LEFT || source.join() == Join.FULL) {
        scope.makeNullable(index, index + 1);
      }
      if (source.join() == Join.RIGHT || source.join() == Join.FULL) {
        scope.makeNullable(0, index);
      }
      source
          .on()
          .ifPresent(
              on -> {
                expressions.of(on, scope);
                if (!outer) {
                  Proofs.of(on).forEach(scope::prove);
                }
              });
    }
  }

  /** What a condition that holds for all rows says. */
  void condition(Expr where, Scope scope) {
    expressions.of(where, scope);
    Proofs.of(where).forEach(scope::prove);
  }

  private List<NamedFact> columns(Source source, Scope scope) {
    if (source.query().isPresent()) {
      return of(source.query().get(), scope);
    }
    source.function().ifPresent(call -> expressions.of(call, scope));
    if (source.table().isEmpty()) {
      return List.of();
    }
    String table = source.table().get();
    return scope.query(table).orElseGet(() -> columns(table));
  }

  List<NamedFact> columns(String table) {
    return schema.columns(table).stream()
        .map(column -> new NamedFact(column.name(), Fact.of(column)))
        .toList();
  }

  private List<NamedFact> items(Arm arm, Scope scope) {
    List<NamedFact> results = new ArrayList<>();
    for (Item item : arm.items()) {
      if (item.isStar()) {
        results.addAll(new Stars(schema, uses).expand(item, arm.from(), scope));
      } else {
        results.add(item(item, scope));
      }
    }
    return results;
  }

  NamedFact item(Item item, Scope scope) {
    Expr expression = item.expression().orElseThrow();
    String named = expression instanceof Expr.Column column ? column.name() : "";
    return new NamedFact(item.alias().orElse(named), expressions.of(expression, scope));
  }
}
