package dev.dbrazor.processor.dao.read;

import dev.dbrazor.processor.dao.sql.IndexAdvice;
import dev.dbrazor.processor.dao.sql.ParsedQuery;
import dev.dbrazor.processor.dao.sql.Schema;
import dev.dbrazor.processor.model.EntityModel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds steps of a plan that read or sort a whole large collection. */
final class PlanRules {
  /** From so many expected rows on a collection is large. */
  private static final long LARGE = 10_000;

  private static final String ACCEPT = ", or accept it with @AllowScan(\"why\")";
  private static final Pattern SCAN = Pattern.compile("SCAN (\\S+)( .*)?");
  private static final Pattern SORT = Pattern.compile("USE TEMP B-TREE FOR (ORDER|GROUP) BY");

  private final ParsedQuery query;
  private final Schema schema;
  private final PlanSeverity plans;
  private final QueryReport report;

  PlanRules(ParsedQuery query, Schema schema, PlanSeverity plans, QueryReport report) {
    this.query = query;
    this.schema = schema;
    this.plans = plans;
    this.report = report;
  }

  void check(List<String> plan) {
    Map<String, String> sources = query.sourceTables(schema);
    boolean sorts = plan.stream().anyMatch(step -> SORT.matcher(step).matches());
    boolean few = query.isFirstRows() && !sorts;
    for (String step : plan) {
      Matcher scan = SCAN.matcher(step);
      if (scan.matches() && !few) {
        large(sources.get(scan.group(1).toLowerCase(Locale.ROOT)))
            .ifPresent(collection -> scan(collection));
      } else if (SORT.matcher(step).matches()) {
        query
            .sortAdvice(schema)
            .filter(advice -> large(advice.table()).isPresent())
            .ifPresent(this::sort);
      }
    }
  }

  private Optional<EntityModel> large(@Nullable String table) {
    return Optional.ofNullable(table)
        .flatMap(schema::collection)
        .filter(model -> model.expectedRows() >= LARGE);
  }

  private void scan(EntityModel model) {
    String remedy =
        query
            .filterAdvice(schema, model.table())
            .map(PlanRules::index)
            .orElse("limit it by a condition on an indexed column");
    report.tell(
        plans.severity(),
        "FullScan",
        "the statement reads all of %s, which is expected to hold %d rows; %s%s"
            .formatted(model.table(), model.expectedRows(), remedy, ACCEPT));
  }

  private void sort(IndexAdvice advice) {
    report.tell(
        plans.severity(),
        "TemporarySort",
        "the statement sorts rows of %s, which is large; %s%s"
            .formatted(advice.table(), index(advice), ACCEPT));
  }

  private static String index(IndexAdvice advice) {
    String columns = String.join(", ", advice.columns());
    return advice.columns().size() == 1
        ? "mark %s as @Indexed".formatted(columns)
        : "add @Index(columns = {%s})"
            .formatted(
                advice.columns().stream()
                    .map(each -> '"' + each + '"')
                    .reduce((a, b) -> a + ", " + b)
                    .orElse(""));
  }
}
