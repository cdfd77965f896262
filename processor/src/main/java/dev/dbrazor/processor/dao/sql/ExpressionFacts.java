package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is known about an expression's value; on the way, what parameters are compared with.
 *
 * <p>Never is said of NULL only where SQLite's rules leave no way to it: division by zero gives
 * NULL, and so do sums of infinities, so arithmetic is trusted for a bounded number of integers.
 */
final class ExpressionFacts {
  private static final Set<String> COMPARISONS =
      Set.of("=", "==", "<>", "!=", "<", "<=", ">", ">=");
  private static final Set<String> BITS = Set.of("&", "|", "<<", ">>");

  /** The product of so many 64-bit integers is still finite as a double. */
  private static final int FINITE_FACTORS = 16;

  private final SelectFacts queries;
  private final Uses uses;
  private final FunctionFacts functions;

  ExpressionFacts(SelectFacts queries, Uses uses) {
    this.queries = queries;
    this.uses = uses;
    this.functions = new FunctionFacts(uses);
  }

  Fact of(Expr expression, Scope scope) {
    if (expression instanceof Expr.Literal literal) {
      return Fact.of(literal);
    } else if (expression instanceof Expr.Parameter parameter) {
      return uses.parameter(parameter.name());
    } else if (expression instanceof Expr.Column column) {
      return column(column, scope);
    } else if (expression instanceof Expr.Unary unary) {
      return unary(unary, scope);
    } else if (expression instanceof Expr.Binary binary) {
      return binary(binary, scope);
    } else if (expression instanceof Expr.Call call) {
      return call(call, scope);
    } else if (expression instanceof Expr.Cast cast) {
      return cast(cast, scope);
    }
    return compound(expression, scope);
  }

  private Fact call(Expr.Call call, Scope scope) {
    List<Fact> arguments = call.arguments().stream().map(each -> of(each, scope)).toList();
    if (FunctionFacts.mayAggregate(call)) {
      scope.aggregate(Columns.in(call.arguments()));
    }
    return functions.of(call, arguments, scope.isGrouped());
  }

  private Fact compound(Expr expression, Scope scope) {
    if (expression instanceof Expr.Case cases) {
      return cases(cases, scope);
    } else if (expression instanceof Expr.Between between) {
      return between(between, scope);
    } else if (expression instanceof Expr.In in) {
      return in(in, scope);
    } else if (expression instanceof Expr.Exists exists) {
      queries.of(exists.query(), scope);
      return Fact.of(Nullness.NEVER, Storage.INTEGER);
    } else if (expression instanceof Expr.Subquery subquery) {
      Fact value = first(queries.of(subquery.query(), scope));
      return queries.hasOneRow(subquery.query()) ? value : value.with(Nullness.POSSIBLE);
    }
    ((Expr.Row) expression).items().forEach(each -> of(each, scope));
    return Fact.NOTHING;
  }

  private Fact column(Expr.Column column, Scope scope) {
    Optional<Fact> fact = scope.column(column);
    if (fact.isEmpty() && column.quoted() && column.table().isEmpty() && scope.isComplete()) {
      uses.unknownQuoted(column.name());
    }
    return fact.orElse(Fact.NOTHING);
  }

  private Fact unary(Expr.Unary unary, Scope scope) {
    Fact operand = of(unary.operand(), scope);
    return switch (unary.operator()) {
      case "ISNULL", "NOTNULL" -> Fact.of(Nullness.NEVER, Storage.INTEGER);
      case "NOT", "~" -> Fact.of(operand.nullness(), Storage.INTEGER);
      case "-" -> numeric(operand);
      default -> operand;
    };
  }

  /** The negative of text is a number; of a scaled decimal, one of the same scale. */
  private static Fact numeric(Fact operand) {
    boolean number = operand.storage() == Storage.INTEGER || operand.storage() == Storage.REAL;
    return number
        ? operand.asColumn(operand.column().filter(ExpressionFacts::isAmount))
        : Fact.of(operand.nullness(), Storage.UNKNOWN);
  }

  private Fact binary(Expr.Binary binary, Scope scope) {
    Fact left = of(binary.left(), scope);
    Fact right = of(binary.right(), scope);
    Nullness either = left.nullness().or(right.nullness());
    String operator = binary.operator();
    if (COMPARISONS.contains(operator)) {
      compare(binary.left(), left, binary.right(), right, scope);
      return Fact.of(either, Storage.INTEGER);
    }
    return switch (operator) {
      case "IS" -> {
        compare(binary.left(), left, binary.right(), right, scope);
        yield Fact.of(Nullness.NEVER, Storage.INTEGER);
      }
      case "AND", "OR" -> Fact.of(either, Storage.INTEGER);
      case "LIKE", "GLOB", "REGEXP", "MATCH" -> {
        compare(binary.left(), left, binary.right(), right, scope);
        yield Fact.of(either, Storage.INTEGER);
      }
      case "||" -> Fact.of(either, Storage.TEXT);
      case "+", "-", "*" -> arithmetic(binary, left, right, either);
      case "/", "%" -> Fact.of(Nullness.UNKNOWN, division(left, right));
      case "->" -> Fact.of(Nullness.UNKNOWN, Storage.TEXT);
      default -> BITS.contains(operator) ? Fact.of(either, Storage.INTEGER) : Fact.NOTHING;
    };
  }

  private static Storage division(Fact left, Fact right) {
    boolean real = left.storage() == Storage.REAL || right.storage() == Storage.REAL;
    return isInteger(left) && isInteger(right)
        ? Storage.INTEGER
        : real ? Storage.REAL : Storage.UNKNOWN;
  }

  private Fact arithmetic(Expr.Binary binary, Fact left, Fact right, Nullness either) {
    boolean sum = !binary.operator().equals("*");
    if (sum) {
      amountOf(left).ifPresent(column -> uses.asColumn(binary.right(), column));
      amountOf(right).ifPresent(column -> uses.asColumn(binary.left(), column));
    }
    Optional<SchemaColumn> amount = amount(binary, left, right);
    boolean parameter =
        binary.left() instanceof Expr.Parameter || binary.right() instanceof Expr.Parameter;
    boolean added = sum && parameter && amount.isPresent() && (isInteger(left) || isInteger(right));
    boolean integers = added || isInteger(left) && isInteger(right);
    int factors = left.factors() + right.factors();
    if (sum && integers && Math.min(left.factors(), right.factors()) == 1) {
      factors = Math.max(left.factors(), right.factors()) + 1; // one integer more is no growth
      factors = Math.min(factors, Fact.UNBOUNDED);
    }
    boolean finite =
        factors <= FINITE_FACTORS || (sum && factors == Fact.UNBOUNDED && one(left, right));
    Nullness nullness = integers && finite ? either : either.or(Nullness.UNKNOWN);
    Storage storage =
        integers
            ? Storage.INTEGER
            : left.storage() == Storage.REAL || right.storage() == Storage.REAL
                ? Storage.REAL
                : Storage.UNKNOWN;
    return new Fact(nullness, storage, amount, factors, false);
  }

  private static boolean isInteger(Fact fact) {
    return fact.storage() == Storage.INTEGER;
  }

  private static boolean one(Fact left, Fact right) {
    return Math.min(left.factors(), right.factors()) == 1;
  }

  /** The sum of two amounts of one scale, or an amount so many times. */
  private static Optional<SchemaColumn> amount(Expr.Binary binary, Fact left, Fact right) {
    boolean sum = !binary.operator().equals("*");
    Optional<SchemaColumn> first = left.column().filter(ExpressionFacts::isAmount);
    Optional<SchemaColumn> second = right.column().filter(ExpressionFacts::isAmount);
    if (first.isPresent() && second.isPresent()) {
      return sum ? first.filter(second.get()::means) : Optional.empty();
    }
    Optional<SchemaColumn> only = first.or(() -> second);
    Expr beside = first.isPresent() ? binary.right() : binary.left();
    Fact other = first.isPresent() ? right : left;
    boolean fits = sum ? beside instanceof Expr.Parameter : other.storage() == Storage.INTEGER;
    return only.filter(column -> fits);
  }

  private static Optional<SchemaColumn> amountOf(Fact fact) {
    return fact.column().filter(ExpressionFacts::isAmount);
  }

  /** What is measured in units of its own: adding keeps them. */
  static boolean isAmount(SchemaColumn column) {
    return column.value() instanceof Value.ScaledDecimal
        || column.value() instanceof Value.Scalar scalar && scalar.kind() == ScalarKind.DURATION;
  }

  private Fact cast(Expr.Cast cast, Scope scope) {
    Fact operand = of(cast.operand(), scope);
    String type = cast.type().toUpperCase(Locale.ROOT);
    Storage storage =
        type.contains("INT")
            ? Storage.INTEGER
            : type.contains("CHAR") || type.contains("TEXT") || type.contains("CLOB")
                ? Storage.TEXT
                : type.contains("BLOB")
                    ? Storage.BLOB
                    : type.contains("REAL") || type.contains("FLOA") || type.contains("DOUB")
                        ? Storage.REAL
                        : Storage.UNKNOWN;
    return new Fact(
        operand.nullness(),
        storage,
        operand.column().filter(c -> c.storage() == storage),
        1,
        false);
  }

  private Fact cases(Expr.Case cases, Scope scope) {
    cases
        .base()
        .ifPresent(
            base -> {
              Fact fact = of(base, scope);
              cases.conditions().forEach(each -> compare(base, fact, each, of(each, scope), scope));
            });
    if (cases.base().isEmpty()) {
      cases.conditions().forEach(each -> of(each, scope));
    }
    List<Fact> results = cases.results().stream().map(each -> of(each, scope)).toList();
    Optional<Fact> otherwise = cases.otherwise().map(each -> of(each, scope));
    Fact all = results.stream().reduce(Fact::or).orElse(Fact.NOTHING);
    Fact result = otherwise.map(all::or).orElseGet(() -> all.with(Nullness.POSSIBLE));
    results.stream()
        .flatMap(each -> each.column().stream())
        .findFirst()
        .or(() -> otherwise.flatMap(Fact::column))
        .ifPresent(
            column -> {
              cases.results().forEach(each -> uses.asColumn(each, column));
              cases.otherwise().ifPresent(each -> uses.asColumn(each, column));
            });
    return result;
  }

  private Fact between(Expr.Between between, Scope scope) {
    Fact value = of(between.value(), scope);
    Fact low = of(between.low(), scope);
    Fact high = of(between.high(), scope);
    compare(between.value(), value, between.low(), low, scope);
    compare(between.value(), value, between.high(), high, scope);
    return Fact.of(value.nullness().or(low.nullness()).or(high.nullness()), Storage.INTEGER);
  }

  private Fact in(Expr.In in, Scope scope) {
    Fact value = of(in.value(), scope);
    Nullness nullness = value.nullness();
    for (Expr item : in.items()) {
      Fact fact = of(item, scope);
      compare(in.value(), value, item, fact, scope);
      nullness = nullness.or(fact.nullness());
    }
    if (in.items().size() == 1 && in.items().get(0) instanceof Expr.Parameter parameter) {
      uses.asList(parameter);
    }
    if (in.query().isPresent()) {
      Fact found = first(queries.of(in.query().get(), scope));
      compare(in.value(), value, in.value(), found, scope);
      nullness = nullness.or(found.nullness());
    }
    return Fact.of(nullness, Storage.INTEGER);
  }

  /** Each side, when a parameter, stands for a value of the other side's column. */
  private void compare(Expr left, Fact leftFact, Expr right, Fact rightFact, Scope scope) {
    rightFact.column().ifPresent(column -> uses.asColumn(left, column));
    leftFact.column().ifPresent(column -> uses.asColumn(right, column));
    if (left instanceof Expr.Row first && right instanceof Expr.Row second) {
      int common = Math.min(first.items().size(), second.items().size());
      for (int i = 0; i < common; i++) {
        Expr a = first.items().get(i);
        Expr b = second.items().get(i);
        compare(a, of(a, scope), b, of(b, scope), scope);
      }
    }
  }

  private static Fact first(List<NamedFact> columns) {
    return columns.isEmpty() ? Fact.NOTHING : columns.get(0).fact();
  }
}
