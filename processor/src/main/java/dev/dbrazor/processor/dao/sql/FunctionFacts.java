package dev.dbrazor.processor.dao.sql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What functions return, of those that are known.
 *
 * <pre>
 * count, rank, json_array, typeof …     never NULL
 * lower, length, substr, abs …          NULL when an argument is
 * sum, min, max, avg …                  NULL for no rows: never in a group, of what never is
 * everything else                       not known
 * </pre>
 */
final class FunctionFacts {
  private static final Set<String> NEVER =
      Set.of(
          """
          count row_number rank dense_rank percent_rank cume_dist ntile typeof random json_array
          json_object json_group_array json_group_object quote concat changes total_changes
          last_insert_rowid sqlite_version"""
              .split("\\s+"));

  private static final Set<String> LIKE_ARGUMENTS =
      Set.of(
          """
          abs lower upper length octet_length substr substring trim ltrim rtrim replace instr hex
          round likely unlikely glob like"""
              .split("\\s+"));

  private static final Set<String> OTHER_SCALARS =
      Set.of(
          """
          coalesce ifnull nullif iif if date time datetime julianday unixepoch strftime timediff
          format printf json json_extract json_array_length json_type json_valid json_set
          json_insert json_replace json_remove json_patch json_quote unhex char unicode zeroblob
          randomblob ceil ceiling floor trunc sign sqrt pow power mod exp ln log log2 log10
          concat_ws likelihood soundex json_error_position"""
              .split("\\s+"));

  private static final Set<String> WINDOW =
      Set.of(
          """
          row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value
          nth_value"""
              .split("\\s+"));

  private static final Set<String> NOW =
      Set.of("date", "time", "datetime", "julianday", "unixepoch");

  private static final Set<String> AGGREGATES =
      Set.of(
          "sum",
          "avg",
          "total",
          "min",
          "max",
          "count",
          "group_concat",
          "string_agg",
          "json_group_array",
          "json_group_object");

  private static final Map<Storage, Set<String>> STORAGES =
      Map.of(
          Storage.INTEGER,
          Set.of(
              """
              count row_number rank dense_rank ntile length octet_length instr random unixepoch
              json_array_length json_valid unicode glob like changes total_changes
              last_insert_rowid"""
                  .split("\\s+")),
          Storage.REAL,
          Set.of("avg", "total", "percent_rank", "cume_dist", "julianday", "round"),
          Storage.TEXT,
          Set.of(
              """
              typeof json_array json_object json_group_array json_group_object quote concat lower
              upper trim ltrim rtrim replace hex date time datetime strftime timediff format printf
              json json_type json_set json_insert json_replace json_remove json_patch json_quote
              char group_concat string_agg concat_ws soundex sqlite_version"""
                  .split("\\s+")),
          Storage.BLOB,
          Set.of("unhex", "zeroblob", "randomblob"));

  private final Uses uses;

  FunctionFacts(Uses uses) {
    this.uses = uses;
  }

  /** Whether a call may combine rows; a function that is not known may. */
  static boolean mayAggregate(Expr.Call call) {
    if (call.windowed() || WINDOW.contains(call.name())) {
      return false;
    }
    if (isAggregate(call)) {
      return true;
    }
    boolean severalArguments = call.name().equals("min") || call.name().equals("max");
    return !severalArguments
        && !NEVER.contains(call.name())
        && !LIKE_ARGUMENTS.contains(call.name())
        && !OTHER_SCALARS.contains(call.name());
  }

  /** Whether a call surely combines rows. */
  static boolean isAggregate(Expr.Call call) {
    boolean several = call.arguments().size() - (call.filtered() ? 1 : 0) > 1;
    boolean scalar = several && (call.name().equals("min") || call.name().equals("max"));
    return !call.windowed() && !scalar && AGGREGATES.contains(call.name());
  }

  Fact of(Expr.Call call, List<Fact> all, boolean grouped) {
    List<Fact> facts = call.filtered() ? all.subList(0, all.size() - 1) : all;
    Fact first = facts.isEmpty() ? Fact.NOTHING : facts.get(0);
    Fact result = Fact.of(Nullness.UNKNOWN, storage(call.name(), first));
    return switch (call.name()) {
      case "coalesce", "ifnull" -> firstPresent(call, facts);
      case "nullif" -> alike(call, facts).with(Nullness.POSSIBLE);
      case "iif", "if" -> branches(call, facts);
      case "likely", "unlikely", "likelihood" -> first;
      case "lag", "lead", "first_value", "last_value", "nth_value" ->
          first.with(
              call.name().startsWith("l") && call.name().length() < 5 && facts.size() < 3
                  ? Nullness.POSSIBLE
                  : Nullness.UNKNOWN);
      default ->
          AGGREGATES.contains(call.name()) && !NEVER.contains(call.name())
              ? aggregate(call, facts, first, grouped)
              : scalar(call, facts, first, result);
    };
  }

  private Fact scalar(Expr.Call call, List<Fact> facts, Fact first, Fact result) {
    if (NEVER.contains(call.name()) || (facts.isEmpty() && NOW.contains(call.name()))) {
      return result.with(Nullness.NEVER);
    }
    if (!LIKE_ARGUMENTS.contains(call.name())) {
      return result;
    }
    boolean amount = first.column().filter(ExpressionFacts::isAmount).isPresent();
    Optional<SchemaColumn> column =
        call.name().equals("abs") && amount ? first.column() : Optional.empty();
    boolean blob = facts.stream().anyMatch(each -> each.storage() == Storage.BLOB);
    return result.asColumn(column).with(blob ? Nullness.UNKNOWN : worst(facts));
  }

  private Fact aggregate(Expr.Call call, List<Fact> facts, Fact first, boolean grouped) {
    boolean extreme = call.name().equals("min") || call.name().equals("max");
    if (extreme && facts.size() > 1) {
      return alike(call, facts).with(worst(facts));
    }
    boolean concatenates = call.name().equals("group_concat") || call.name().equals("string_agg");
    boolean finite =
        extreme
            || concatenates
            || first.storage() == Storage.INTEGER && first.factors() < Fact.UNBOUNDED;
    int factors = extreme ? first.factors() : first.factors() == 1 ? 1 : Fact.UNBOUNDED;
    boolean total = call.name().equals("total");
    Optional<SchemaColumn> column =
        extreme ? first.column() : first.column().filter(ExpressionFacts::isAmount);
    Storage storage = storage(call.name(), first);
    if (call.windowed() || !finite) {
      return new Fact(Nullness.UNKNOWN, storage, column, factors, false);
    }
    Nullness some = grouped && !call.filtered() ? worst(facts) : Nullness.POSSIBLE;
    return new Fact(total ? Nullness.NEVER : some, storage, column, factors, false);
  }

  private Fact firstPresent(Expr.Call call, List<Fact> facts) {
    Fact all = alike(call, facts);
    boolean never = facts.stream().anyMatch(fact -> fact.nullness() == Nullness.NEVER);
    return never ? all.with(Nullness.NEVER) : all.with(best(facts));
  }

  private Fact branches(Expr.Call call, List<Fact> facts) {
    if (facts.size() != 3) {
      return Fact.of(Nullness.POSSIBLE, Storage.UNKNOWN);
    }
    Expr.Call results =
        new Expr.Call(call.name(), call.arguments().subList(1, 3), false, false, false);
    return alike(results, facts.subList(1, 3));
  }

  /** Arguments of one kind: parameters among them are of the others' column. */
  private Fact alike(Expr.Call call, List<Fact> facts) {
    facts.stream()
        .flatMap(fact -> fact.column().stream())
        .findFirst()
        .ifPresent(column -> call.arguments().forEach(each -> uses.asColumn(each, column)));
    Fact all = Fact.NOTHING;
    boolean started = false;
    for (int i = 0; i < facts.size(); i++) {
      boolean given = !(call.arguments().get(i) instanceof Expr.Parameter);
      if (given) {
        all = started ? all.or(facts.get(i)) : facts.get(i);
        started = true;
      }
    }
    return all.with(worst(facts));
  }

  private static Nullness worst(List<Fact> facts) {
    return facts.stream().map(Fact::nullness).reduce(Nullness.NEVER, Nullness::or);
  }

  private static Nullness best(List<Fact> facts) {
    return facts.stream().map(Fact::nullness).min(Nullness::compareTo).orElse(Nullness.UNKNOWN);
  }

  private static Storage storage(String name, Fact first) {
    for (Map.Entry<Storage, Set<String>> entry : STORAGES.entrySet()) {
      if (entry.getValue().contains(name)) {
        return entry.getKey();
      }
    }
    boolean number = first.storage() == Storage.INTEGER || first.storage() == Storage.REAL;
    boolean text = first.storage() == Storage.TEXT;
    boolean kept =
        switch (name) {
          case "min", "max" -> true;
          case "sum", "abs" -> number;
          case "substr", "substring" -> text;
          default -> false;
        };
    return kept ? first.storage() : Storage.UNKNOWN;
  }
}
