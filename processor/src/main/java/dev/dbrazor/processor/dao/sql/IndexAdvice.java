package dev.dbrazor.processor.dao.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The index that would help a query.
 *
 * @param table what it is on
 * @param columns what is compared by equality first, then one that is compared otherwise
 */
public record IndexAdvice(String table, List<String> columns) {
  private static final Set<String> RANGES = Set.of("<", "<=", ">", ">=");

  /** By the conditions on a table. */
  static Optional<IndexAdvice> forFilter(Statement statement, Schema schema, String table) {
    List<String> equal = new ArrayList<>();
    List<String> range = new ArrayList<>();
    conditions(statement).forEach(each -> collect(each, equal, range));
    List<String> columns = new ArrayList<>();
    equal.stream().filter(c -> schema.column(table, c).isPresent()).forEach(columns::add);
    range.stream()
        .filter(c -> schema.column(table, c).isPresent() && !columns.contains(c))
        .findFirst()
        .ifPresent(columns::add);
    return columns.isEmpty()
        ? Optional.empty()
        : Optional.of(new IndexAdvice(table, columns.stream().distinct().toList()));
  }

  /** By ORDER BY, or GROUP BY, when it names columns of one table only. */
  static Optional<IndexAdvice> forSort(Statement statement, Schema schema) {
    if (!(statement instanceof Statement.Query query)
        || query.select().arms().size() != 1
        || query.select().arms().get(0).from().size() != 1) {
      return Optional.empty();
    }
    Select.Arm arm = query.select().arms().get(0);
    Optional<String> table = arm.from().get(0).table();
    List<Expr> by = arm.groupBy().isEmpty() ? query.select().order() : arm.groupBy();
    boolean columns =
        table.isPresent()
            && by.stream()
                .allMatch(
                    each ->
                        each instanceof Expr.Column column
                            && schema.column(table.get(), column.name()).isPresent());
    return columns && !by.isEmpty()
        ? Optional.of(
            new IndexAdvice(
                table.get(), by.stream().map(each -> ((Expr.Column) each).name()).toList()))
        : Optional.empty();
  }

  private static List<Expr> conditions(Statement statement) {
    if (statement instanceof Statement.Change change) {
      return change.conditions();
    }
    List<Expr> conditions = new ArrayList<>();
    for (Select.Arm arm : ((Statement.Query) statement).select().arms()) {
      arm.where().ifPresent(conditions::add);
      arm.from().forEach(source -> source.on().ifPresent(conditions::add));
    }
    return conditions;
  }

  private static void collect(Expr condition, List<String> equal, List<String> range) {
    if (condition instanceof Expr.Binary binary && binary.operator().equals("AND")) {
      collect(binary.left(), equal, range);
      collect(binary.right(), equal, range);
    } else if (condition instanceof Expr.Binary binary) {
      List<String> into =
          binary.operator().startsWith("=") || binary.operator().equals("IS")
              ? equal
              : RANGES.contains(binary.operator()) ? range : new ArrayList<>();
      add(binary.left(), into);
      add(binary.right(), into);
    } else if (condition instanceof Expr.In in && !in.negated()) {
      add(in.value(), equal);
    } else if (condition instanceof Expr.Between between && !between.negated()) {
      add(between.value(), range);
    }
  }

  private static void add(Expr operand, List<String> columns) {
    if (operand instanceof Expr.Column column) {
      columns.add(column.name());
    }
  }
}
