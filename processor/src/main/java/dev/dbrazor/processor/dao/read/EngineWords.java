package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.ParsedQuery;
import dev.dbrazor.processor.dao.sql.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the engine's refusals into messages that list what does exist. */
final class EngineWords {
  /** What the engine says, the tag for it, and the remedy. */
  private record Rule(Pattern words, String tag, String remedy) {}

  private static final Pattern NO_COLUMN =
      Pattern.compile("no such column: \"?([^\"]+?)\"?( - .*)?");
  private static final Pattern NO_COLUMN_TO_SET =
      Pattern.compile("table (\\S+) has no column named (\\S+)");
  private static final Pattern NO_TABLE = Pattern.compile("no such table: (?:main\\.)?(\\S+)");

  private static final List<Rule> RULES =
      List.of(
          rule(
              "near .*: syntax error|incomplete input|unrecognized token.*",
              "SqlSyntax",
              "correct the statement there"),
          rule(
              "no such function: .*",
              "UnknownFunction",
              "SQLite's own functions are listed at https://sqlite.org/lang_corefunc.html"),
          rule(
              "wrong number of arguments .*",
              "FunctionArguments",
              "give as many as it is made for"),
          rule(
              "ambiguous column name: .*",
              "AmbiguousColumn",
              "write the table or its alias before the column"),
          rule(
              "misuse of (aliased )?(aggregate|window).*",
              "AggregateMisuse",
              "aggregates stand in results, HAVING and ORDER BY"),
          rule(
              "cannot (UPDATE|INSERT into) generated column.*",
              "GeneratedColumn",
              "change the component it shows, with json_set on its column"),
          rule(
              "SELECTs to the left and right of .*|all VALUES must have the same number of terms",
              "UnionColumns",
              "give all parts the same number of columns"),
          rule(
              "table .* has \\d+ columns but \\d+ values.*|\\d+ values for \\d+ columns",
              "ValueCount",
              "name the columns, and give a value for each"),
          rule(
              "ON CONFLICT clause does not match .*",
              "ConflictTarget",
              "name the columns of the id or of a @Unique"),
          rule(
              "sub-select returns .*|row value misused",
              "SubqueryColumns",
              "let it return one column"),
          rule(
              "foreign key mismatch .*",
              "ForeignKeyTarget",
              "reference the id of the other collection"));

  private final ParsedQuery query;
  private final Schema schema;
  private final QueryReport report;

  EngineWords(ParsedQuery query, Schema schema, QueryReport report) {
    this.query = query;
    this.schema = schema;
    this.report = report;
  }

  private static Rule rule(String words, String tag, String remedy) {
    return new Rule(Pattern.compile(words, Pattern.DOTALL), tag, remedy);
  }

  void report(String words) {
    Matcher column = NO_COLUMN.matcher(words);
    Matcher toSet = NO_COLUMN_TO_SET.matcher(words);
    Matcher table = NO_TABLE.matcher(words);
    if (column.matches()) {
      unknownColumn(column.group(1));
    } else if (toSet.matches()) {
      report.error("UnknownColumn", noColumn(toSet.group(2), toSet.group(1)));
    } else if (table.matches()) {
      report.error(
          "UnknownTable",
          "no collection %s; there are %s".formatted(table.group(1), schema.tableNames()));
    } else {
      other(words);
    }
  }

  private void other(String words) {
    Optional<Rule> known =
        RULES.stream().filter(rule -> rule.words().matcher(words).matches()).findFirst();
    report.error(
        known.map(Rule::tag).orElse("SqlRefused"),
        "SQLite refuses the statement: %s; %s"
            .formatted(words, known.map(Rule::remedy).orElse("correct the statement")));
  }

  /** Tells what columns there are instead, in the table meant or in all that are named. */
  void unknownColumn(String name) {
    Map<String, String> sources = query.sourceTables(schema);
    int point = name.lastIndexOf('.');
    String source = point < 0 ? "" : name.substring(0, point).toLowerCase(Locale.ROOT);
    String column = name.substring(point + 1);
    if (sources.containsKey(source)) {
      report.error("UnknownColumn", noColumn(column, sources.get(source)));
      return;
    }
    String known =
        new TreeSet<>(sources.values())
            .stream()
                .map(table -> "%s has %s".formatted(table, schema.columnNames(table)))
                .reduce((a, b) -> a + "; " + b)
                .orElse("the statement names no collection");
    report.error("UnknownColumn", "no column %s; %s".formatted(name, known));
  }

  private String noColumn(String column, String table) {
    return "no column %s; %s has %s".formatted(column, table, schema.columnNames(table));
  }
}
