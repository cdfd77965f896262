package dev.dbrazor.pool;

import dev.dbrazor.QueryPlan;
import dev.dbrazor.QueryPlan.Step;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.SqlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tables of which one prepared statement reads all rows; of one thread at a time. */
final class Scans {
  private static final Set<String> GUARDED =
      Set.of("SELECT", "VALUES", "INSERT", "REPLACE", "UPDATE", "DELETE");

  /** A scan, or an index the engine builds for this one run, which needs a scan. */
  private static final Pattern SCAN =
      Pattern.compile(
          "(?:SCAN (.+?)(?: USING .*| VIRTUAL TABLE .*| LEFT-JOIN| EXISTS)*"
              + "|SEARCH (.+?) USING AUTOMATIC .*)");

  private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern LIMIT = Pattern.compile("(?i)\\bLIMIT\\b");

  /** What makes the engine read on although few rows are wanted. */
  private static final Pattern MANY =
      Pattern.compile(
          "(?i)\\b(?:WHERE|GROUP|HAVING|JOIN|INSERT|UPDATE|DELETE)\\b"
              + "|\\b(?:count|sum|total|avg|min|max|\\w*group_\\w+|string_agg)\\s*\\(");

  /** So often a statement runs before the sizes of its tables are looked at again. */
  private static final int PERIOD = 64;

  private final List<Table> tables;
  private int runs;
  private long passed = Long.MAX_VALUE;

  private Scans(List<Table> tables) {
    this.tables = tables;
  }

  /**
   * A table that is scanned.
   *
   * @param as what the statement calls it
   */
  record Table(String name, String as) {
    String quoted() {
      return '"' + name.replace("\"", "\"\"") + '"';
    }
  }

  static Scans of(Session session, String sql) {
    if (!GUARDED.contains(SqlText.of(sql).verb())) {
      return new Scans(List.of());
    }
    QueryPlan plan;
    try (DriverStatement statement = session.prepare(PlanReader.explaining(sql))) {
      plan = PlanReader.read(statement);
    }
    List<String> steps = plan.steps().stream().flatMap(Scans::details).toList();
    List<String> names = steps.stream().flatMap(step -> scanned(step).stream()).distinct().toList();
    return new Scans(
        names.isEmpty() || isFew(sql, steps) ? List.of() : tables(session, sql, names));
  }

  private static Stream<String> details(Step step) {
    return Stream.concat(Stream.of(step.detail()), step.steps().stream().flatMap(Scans::details));
  }

  private static Optional<String> scanned(String step) {
    Matcher scan = SCAN.matcher(step);
    return scan.matches()
        ? Optional.of(scan.group(1) == null ? scan.group(2) : scan.group(1))
        : Optional.empty();
  }

  /** Whether the engine stops after the first rows. */
  private static boolean isFew(String sql, List<String> steps) {
    String text = STRING.matcher(sql).replaceAll("''");
    return LIMIT.matcher(text).find()
        && !MANY.matcher(text).find()
        && steps.stream().noneMatch(step -> step.startsWith("USE TEMP B-TREE"));
  }

  /** Plans tell aliases; what they stand for is in the text, or in that of a view. */
  private static List<Table> tables(Session session, String sql, List<String> names) {
    Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    StringBuilder texts = new StringBuilder(sql);
    String schema = "SELECT type, name, sql FROM sqlite_schema WHERE type = 'view' OR rootpage > 0";
    try (DriverStatement statement = session.prepare(schema)) {
      while (statement.step()) {
        String name = String.valueOf(statement.text(1));
        switch (String.valueOf(statement.text(0))) {
          case "table" -> known.put(name, name);
          case "view" -> texts.append('\n').append(statement.text(2));
          default -> {} // an index
        }
      }
    }
    List<Table> tables = new ArrayList<>();
    for (String name : names) {
      table(known, texts, name).ifPresent(table -> tables.add(new Table(table, name)));
    }
    return tables;
  }

  private static Optional<String> table(
      Map<String, String> known, CharSequence texts, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return known.keySet().stream()
        .filter(table -> !table.toLowerCase(Locale.ROOT).equals(lower))
        .filter(table -> isAlias(texts, table, name))
        .findFirst()
        .or(() -> Optional.ofNullable(known.get(name)));
  }

  private static boolean isAlias(CharSequence texts, String table, String alias) {
    String quotes = "[\"`\\[\\]]?";
    String pattern =
        "(?i)(?<!\\w)"
            + Pattern.quote(table)
            + quotes
            + "\\s+(?:AS\\s+)?"
            + quotes
            + Pattern.quote(alias)
            + "(?!\\w)";
    return Pattern.compile(pattern).matcher(texts).find();
  }

  List<Table> tables() {
    return tables;
  }

  /** Whether the tables are to be looked at; until {@link #passed} they are each time. */
  boolean isDue(long limit) {
    if (tables.isEmpty() || (runs++ % PERIOD != 0 && limit >= passed)) {
      return false;
    }
    passed = Long.MAX_VALUE;
    return true;
  }

  /** None of the tables has more rows. */
  void passed(long limit) {
    passed = limit;
  }
}
