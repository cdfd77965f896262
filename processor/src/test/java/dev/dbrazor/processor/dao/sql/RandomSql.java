package dev.dbrazor.processor.dao.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes statements of many shapes about {@link Tables}; the same ones for the same seed. */
final class RandomSql {
  private static final List<String> COLUMNS = List.of("id", "a", "b", "c", "d", "r");

  private final Random random;

  RandomSql(long seed) {
    random = new Random(seed);
  }

  private String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  String query() {
    return switch (random.nextInt(9)) {
      case 8 ->
          "WITH w AS (%s) SELECT t.b IN w AS x, t.a NOT IN w AS y FROM t".formatted(select(1));
      case 0 -> "WITH w AS (%s) SELECT * FROM w".formatted(select(2));
      case 1 -> select(2) + one(" UNION ", " UNION ALL ", " EXCEPT ", " INTERSECT ") + select(2);
      case 2 -> recursive();
      case 3 -> "SELECT * FROM (%s) AS s".formatted(select(1 + random.nextInt(2)));
      case 4 ->
          "WITH w(x, y) AS (%s) SELECT w.y, w.x, t.a FROM t %s w ON w.x = t.a"
              .formatted(select(2), one("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN"));
      default -> select(1 + random.nextInt(3));
    };
  }

  private String recursive() {
    return """
        WITH RECURSIVE w(x, y, n) AS (
          SELECT a, %s, 1 FROM t
          UNION ALL
          SELECT %s, %s, n + 1 FROM w %s WHERE n < 3
        )
        SELECT x, y, n, n + x FROM w"""
        .formatted(
            one("b", "a", "c", "5"),
            one("x", "x + 1", "x * 2", "nullif(x, 2)", "y"),
            one("y", "x", "NULL", "n", "y + n", "y || 'z'"),
            one("", "JOIN t ON t.a = w.x", "LEFT JOIN t ON t.a = w.x"));
  }

  /** A SELECT of so many columns. */
  private String select(int columns) {
    List<String> names = new ArrayList<>(List.of("t"));
    String from = "t";
    if (chance(50)) {
      String join = one("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN", "CROSS JOIN");
      from += " " + join + " u" + (join.equals("CROSS JOIN") ? "" : " ON " + joined());
      names.add("u");
      if (chance(20)) {
        String apart = from.replaceFirst("^t ", "(t) ").replaceFirst(" u( |$)", " (u)$1");
        from = "(" + one(from, apart) + ")";
      }
      if (chance(20)) {
        String outer = one("JOIN", "LEFT JOIN", "RIGHT JOIN", "FULL JOIN");
        String inner = one("JOIN", "LEFT JOIN", "RIGHT JOIN");
        from = "t %s (u %s t AS v ON v.a = u.b) ON %s".formatted(outer, inner, joined());
        names.add("v");
      } else if (chance(30)) {
        from += one(" LEFT JOIN", " RIGHT JOIN", " JOIN") + " t AS v ON v.a = u.b";
        names.add("v");
      }
    }
    boolean grouped = chance(30);
    boolean aggregates = grouped || chance(20);
    String items =
        IntStream.range(0, columns)
            .mapToObj(i -> expression(names, 3, aggregates) + " AS " + "xyz".charAt(i))
            .collect(Collectors.joining(", "));
    String where = chance(60) ? " WHERE " + condition(names) : "";
    String group = grouped ? " GROUP BY " + column(names) : "";
    String having = grouped && chance(30) ? " HAVING count(*) > 0" : "";
    return "SELECT " + items + " FROM " + from + where + group + having;
  }

  private String joined() {
    return one("u.a = t.a", "u.b = t.b", "u.id = t.id AND t.d IS NOT NULL", "u.c = t.c");
  }

  private String condition(List<String> names) {
    String condition =
        switch (random.nextInt(8)) {
          case 0 -> column(names) + " IS NOT NULL";
          case 1 -> column(names) + " > 1";
          case 2 -> column(names) + " IN (1, 2, 'p')";
          case 3 -> column(names) + " NOT IN (SELECT b FROM u)";
          case 4 -> column(names) + " BETWEEN 0 AND 3";
          case 5 -> "NOT (" + column(names) + " = 1)";
          case 6 -> column(names) + " LIKE 'p%'";
          default -> column(names) + " = " + column(names);
        };
    return chance(30) ? condition + one(" AND ", " OR ") + condition(names) : condition;
  }

  private String column(List<String> names) {
    return names.get(random.nextInt(names.size()))
        + "."
        + COLUMNS.get(random.nextInt(COLUMNS.size()));
  }

  private String expression(List<String> names, int depth, boolean aggregates) {
    if (depth == 0 || chance(20)) {
      return chance(80) ? column(names) : one("1", "'p'", "NULL", "2.5", "x'00'");
    }
    if (aggregates && chance(40)) {
      return aggregate(names, depth);
    }
    return compound(names, depth - 1, aggregates);
  }

  private String aggregate(List<String> names, int depth) {
    String argument = expression(names, depth - 1, false);
    String filter = chance(15) ? " FILTER (WHERE " + condition(names) + ")" : "";
    return switch (random.nextInt(4)) {
      case 0 -> "count(" + one("*", argument) + ")" + filter;
      case 1 -> one("min", "max") + "(" + argument + ")" + filter;
      case 2 ->
          one("sum", "avg", "total") + "(" + names.get(0) + one(".a", ".b", ".r") + ")" + filter;
      default -> one("group_concat", "json_group_array") + "(" + column(names) + ")" + filter;
    };
  }

  private String compound(List<String> names, int depth, boolean aggregates) {
    String x = expression(names, depth, aggregates);
    String y = expression(names, depth, aggregates);
    String condition = condition(names);
    return switch (random.nextInt(17)) {
      case 0 -> "(" + x + one(" + ", " - ", " * ", " / ", " % ", " || ") + y + ")";
      case 1 -> "(" + x + one(" = ", " < ", " IS ", " IS NOT ", " <> ") + y + ")";
      case 2 -> "coalesce(" + x + ", " + y + ")";
      case 3 -> "ifnull(" + x + ", 7)";
      case 4 -> "nullif(" + x + ", " + y + ")";
      case 5 -> "iif(" + condition + ", " + x + ", " + y + ")";
      case 6 -> "CASE WHEN " + condition + " THEN " + x + one(" ELSE " + y, "") + " END";
      case 7 -> "CAST(" + x + " AS " + one("INTEGER", "TEXT", "REAL", "BLOB") + ")";
      case 8 -> one("length", "upper", "hex", "typeof", "trim", "quote") + "(" + x + ")";
      case 9 -> "(" + x + one(" IS NULL", " NOTNULL", " IN (1, 2)", " NOT IN (1, NULL)") + ")";
      case 10 ->
          "(SELECT "
              + one("max(b)", "count(*)", "a", "sum(a)")
              + " FROM u AS q "
              + one("", "WHERE q.a > 1", "GROUP BY q.a")
              + ")";
      case 11 -> "EXISTS (SELECT 1 FROM u AS q WHERE q.a = " + column(names) + ")";
      case 12 -> "(SELECT " + one("max", "count", "sum") + "(" + column(names) + "))";
      case 13 ->
          aggregates
              ? x
              : one(
                      "row_number()",
                      "lag(t.a)",
                      "sum(t.a)",
                      "count(t.b)",
                      "first_value(t.c)",
                      "max(t.a)")
                  + " OVER ("
                  + one(
                      "",
                      "ORDER BY t.a ROWS BETWEEN 2 PRECEDING AND 1 PRECEDING",
                      "PARTITION BY t.c ORDER BY t.a")
                  + ")";
      case 14 -> one("min", "max") + "(" + x + ", " + y + ")";
      case 15 -> "(" + x + " IN (SELECT " + one("a", "b") + " FROM u))";
      default -> "(" + condition + ")";
    };
  }
}
