package dev.dbrazor.features.plans;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.QueryPlan;
import dev.dbrazor.QueryPlan.Step;
import dev.dbrazor.features.storage.EveryStorage;
import dev.dbrazor.query.Query;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plan of a query is the engine's, as a tree and as indented text. */
class ExplainTest extends EveryStorage {
  private ParcelDao parcels;

  @BeforeEach
  void makeDao() {
    parcels = new ParcelDao(db);
  }

  @Test
  void planOfOneStep() {
    Query<Parcel> query = parcels.where(Parcel_.city.eq("Oslo"));
    String step = "SEARCH parcels USING INDEX parcels_city_index (city=?)";
    assertEquals(step + "\n", query.explain());
    assertEquals(new QueryPlan(List.of(new Step(step, List.of()))), query.plan());
  }

  @Test
  void innerStepsStandInsideOfTheirOuterOne() {
    Query<Parcel> query =
        parcels
            .where(
                Parcel_.code.in(
                    parcels
                        .where(
                            Parcel_.code.in(
                                parcels.where(Parcel_.weight.gt(1)).select(Parcel_.code)))
                        .select(Parcel_.code)))
            .orderBy(Parcel_.weight.desc());
    List<Step> outer = query.plan().steps();
    assertEquals(
        List.of("SEARCH parcels", "LIST SUBQUERY", "USE TEMP B-TREE FOR ORDER BY"),
        outer.stream().map(ExplainTest::kind).toList());
    Step middle = outer.get(1);
    assertEquals(
        List.of("SEARCH parcels", "LIST SUBQUERY"),
        middle.steps().stream().map(ExplainTest::kind).toList());
    assertEquals(List.of("SCAN parcels"), kinds(middle.steps().get(1)).toList());
    assertEquals(indented(outer, ""), query.explain());
  }

  /** The first two words, or all of those without numbers. */
  private static String kind(Step step) {
    return step.detail().replaceAll(" USING .*| \\d+$", "");
  }

  private static Stream<String> kinds(Step step) {
    return step.steps().stream().map(ExplainTest::kind).filter(kind -> kind.startsWith("SCAN"));
  }

  private static String indented(List<Step> steps, String indent) {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append(indent).append(step.detail()).append('\n');
      text.append(indented(step.steps(), indent + "  "));
    }
    return text.toString();
  }

  @Test
  void planIsTheEngines() {
    List<String> engine =
        db.query(
            "EXPLAIN QUERY PLAN SELECT * FROM parcels WHERE weight > 1 ORDER BY city",
            row -> row.text(3));
    Query<Parcel> query = parcels.where(Parcel_.weight.gt(1)).orderBy(Parcel_.city.asc());
    assertEquals(engine, query.plan().steps().stream().map(Step::detail).toList());
  }
}
