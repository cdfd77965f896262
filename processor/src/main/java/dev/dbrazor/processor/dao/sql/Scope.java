package dev.dbrazor.processor.dao.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names an expression can use: sources with their columns, and those of the queries around. */
final class Scope {
  private static final Set<String> ROW_IDS = Set.of("rowid", "oid", "_rowid_", "_row");

  /** A source as it is seen: its columns by name. */
  private static final class Visible {
    final String name;
    final Map<String, Fact> columns;

    Visible(String name, Map<String, Fact> columns) {
      this.name = name;
      this.columns = columns;
    }
  }

  private final Optional<Scope> outer;
  private final Map<String, List<NamedFact>> queries;
  private final List<Visible> sources = new ArrayList<>();
  private final Set<String> proven = new HashSet<>();
  private final Map<String, Fact> aliases = new HashMap<>();
  private boolean emptyPossible;
  private boolean grouped;

  private Scope(Optional<Scope> outer, Map<String, List<NamedFact>> queries) {
    this.outer = outer;
    this.queries = queries;
  }

  static Scope global() {
    return new Scope(Optional.empty(), new HashMap<>());
  }

  /** The scope of a query within this one's. */
  Scope inner() {
    return new Scope(Optional.of(this), new HashMap<>(queries));
  }

  void define(String query, List<NamedFact> columns) {
    queries.put(Schema.key(query), columns);
  }

  Optional<List<NamedFact>> query(String name) {
    return Optional.ofNullable(queries.get(Schema.key(name)));
  }

  void add(String name, List<NamedFact> columns) {
    Map<String, Fact> byName = new LinkedHashMap<>();
    columns.forEach(each -> byName.putIfAbsent(Schema.key(each.name()), each.fact()));
    sources.add(new Visible(name, byName));
  }

  /** All rows of the sources so far can be missing: what an outer join makes of them. */
  void makeNullable(int from, int to) {
    for (Visible source : sources.subList(from, to)) {
      source.columns.replaceAll((name, fact) -> fact.with(Nullness.POSSIBLE));
    }
  }

  int size() {
    return sources.size();
  }

  /** An alias of a result, which ORDER BY and GROUP BY may use. */
  void alias(String name, Fact fact) {
    aliases.putIfAbsent(Schema.key(name), fact);
  }

  void group() {
    grouped = true;
  }

  /** Whether every group an aggregate sees here has a row. */
  boolean isGrouped() {
    return grouped && !isCorrelated();
  }

  /**
   * Notes an aggregate over columns: when none of them is of this query, it is one of a query
   * around, which may be any.
   */
  void aggregate(List<Expr.Column> columns) {
    boolean foreign = !columns.isEmpty() && columns.stream().allMatch(c -> find(c).isEmpty());
    if (foreign) {
      for (Optional<Scope> around = outer; around.isPresent(); around = around.get().outer) {
        around.get().allowNoRow();
      }
    }
  }

  private boolean isCorrelated() {
    return outer.isPresent() && (!outer.get().sources.isEmpty() || outer.get().isCorrelated());
  }

  /** There may be no row at all, and yet a result: an aggregate without GROUP BY. */
  void allowNoRow() {
    emptyPossible = true;
  }

  void prove(Expr.Column column) {
    find(column).ifPresent(found -> proven.add(found));
  }

  /** Every column of a source, or of all when no name is given, in order. */
  List<NamedFact> star(Optional<String> source) {
    List<NamedFact> all = new ArrayList<>();
    for (Visible each : sources) {
      if (source.isEmpty() || each.name.equalsIgnoreCase(source.get())) {
        each.columns.forEach(
            (name, fact) -> all.add(new NamedFact(name, seen(each.name + "." + name, fact))));
      }
    }
    return all;
  }

  Optional<Fact> column(Expr.Column column) {
    for (Visible source : sources) {
      Fact fact = source.columns.get(Schema.key(column.name()));
      if (isNamed(source, column) && fact != null) {
        return Optional.of(seen(key(source, column), fact));
      }
    }
    if (column.table().isEmpty() && aliases.containsKey(Schema.key(column.name()))) {
      return Optional.of(aliases.get(Schema.key(column.name())));
    }
    boolean rowId = ROW_IDS.contains(Schema.key(column.name()));
    if (rowId && sources.stream().anyMatch(source -> isNamed(source, column))) {
      return Optional.of(Fact.of(Nullness.UNKNOWN, Storage.INTEGER));
    }
    return outer.flatMap(scope -> scope.column(column));
  }

  /** Whether all columns of all sources are known. */
  boolean isComplete() {
    return sources.stream().noneMatch(source -> source.columns.isEmpty())
        && outer.map(Scope::isComplete).orElse(true);
  }

  private Fact seen(String key, Fact fact) {
    if (emptyPossible) {
      return fact.with(Nullness.POSSIBLE);
    }
    return proven.contains(Schema.key(key)) ? fact.with(Nullness.NEVER) : fact;
  }

  private Optional<String> find(Expr.Column column) {
    return sources.stream()
        .filter(source -> isNamed(source, column))
        .filter(source -> source.columns.containsKey(Schema.key(column.name())))
        .map(source -> Schema.key(key(source, column)))
        .findFirst();
  }

  private static String key(Visible source, Expr.Column column) {
    return source.name + "." + column.name();
  }

  private static boolean isNamed(Visible source, Expr.Column column) {
    return column.table().isEmpty() || source.name.equalsIgnoreCase(column.table().get());
  }
}
