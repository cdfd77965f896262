package dev.dbrazor.processor.verify;

import static dev.dbrazor.processor.sql.Models.INT;
import static dev.dbrazor.processor.sql.Models.LONG;
import static dev.dbrazor.processor.sql.Models.TEXT;
import static dev.dbrazor.processor.sql.Models.id;
import static dev.dbrazor.processor.sql.Models.model;
import static dev.dbrazor.processor.sql.Models.part;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.IdModel.Kind;
import dev.dbrazor.processor.model.IndexModel;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.Models;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a real SQLite says about the SQL of models. */
class VerificationTest {
  private final Verification verification = new Verification();

  @AfterEach
  void close() {
    verification.close();
  }

  private static EntityModel users(Models.Part part, IndexModel... indexes) {
    return model("users", Kind.DATABASE_KEY, List.of(id("id", LONG), part), indexes);
  }

  private List<Problem> problems(EntityModel model) {
    return verification.verify(model, EntitySql.of(model, new SqliteDialect()));
  }

  private Problem problem(EntityModel model) {
    List<Problem> problems = problems(model);
    assertEquals(1, problems.size(), problems::toString);
    return problems.get(0);
  }

  @Test
  void soundCollectionHasNoProblem() {
    assertEquals(
        List.of(),
        problems(
            users(
                part("age", INT).checkSql("age >= 0").defaultSql("18").indexed(),
                new IndexModel(List.of("age"), false, Optional.of("age > 65")))));
  }

  @Test
  void sameTableMayBeVerifiedTwice() {
    EntityModel model = users(part("age", INT));

    assertEquals(List.of(), problems(model));
    assertEquals(List.of(), problems(model));
  }

  @Test
  void checkOfAnUnknownColumnNamesWhatExists() {
    Problem problem = problem(users(part("age", INT).checkSql("agee >= 0")));

    assertEquals("CheckSql", problem.tag());
    assertEquals("age", problem.path());
    assertEquals("Check", problem.annotation());
    assertEquals(
        "SQLite refuses `agee >= 0`: no such column: agee; write an SQL condition over the columns"
            + " id, age; text takes single quotes",
        problem.message());
  }

  @Test
  void doubleQuotedNameOfNoColumnIsNotTakenForText() {
    Problem problem = problem(users(part("age", INT).checkSql("\"agee\" <> 'say \"no\"'")));

    assertTrue(problem.message().contains("no such column: \"agee\""), problem.message());
  }

  @Test
  void defaultOfAnotherTypeIsRefused() {
    Problem problem = problem(users(part("age", INT).defaultSql("'many'")));

    assertEquals("DefaultSql", problem.tag());
    assertEquals(
        "SQLite refuses `'many'`: cannot store TEXT value in this INTEGER column; write an SQL"
            + " expression without columns that gives INTEGER; text takes single quotes",
        problem.message());
  }

  @Test
  void defaultOfAColumnIsRefused() {
    Problem problem = problem(users(part("age", INT).defaultSql("id + 1")));

    assertEquals("Default", problem.annotation());
    assertTrue(problem.message().contains("default value of column"), problem.message());
  }

  @Test
  void partialIndexOverAnUnknownColumnIsRefused() {
    Problem problem =
        problem(
            users(
                part("name", TEXT),
                new IndexModel(List.of("name"), false, Optional.of("gone IS NULL"))));

    assertEquals("IndexSql", problem.tag());
    assertEquals("", problem.path());
    assertEquals("gone IS NULL", problem.sql());
    assertTrue(problem.message().contains("no such column: gone"), problem.message());
  }

  @Test
  void everyRefusedPartIsReportedAtOnce() {
    EntityModel model =
        model(
            "users",
            Kind.DATABASE_KEY,
            List.of(
                id("id", LONG),
                part("age", INT).checkSql("oops").defaultSql("oops"),
                part("name", TEXT).checkSql("(")));

    assertEquals(3, problems(model).size());
  }

  @Test
  void closedVerificationSaysWhy() {
    verification.close();

    assertEquals(Optional.of("the compilation is over"), verification.unavailable());
  }
}
