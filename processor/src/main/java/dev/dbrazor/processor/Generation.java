package dev.dbrazor.processor;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.read.Deprecation;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.SqliteDialect;
import dev.dbrazor.processor.verify.Problem;
import dev.dbrazor.processor.verify.Verification;
import dev.dbrazor.processor.write.GeneratedFiles;
import java.util.List;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * From valid models to files: statement texts, their proof by a real SQLite, generated classes. One
 * a compilation, closed when processing is over; one thread.
 */
final class Generation implements AutoCloseable {
  /** Values of the option {@code dbrazor.verify}. */
  private static final String OFF = "off";

  private static final String REQUIRED = "required";

  private final String verify;
  private final ProblemPlaces places;
  private final GeneratedFiles files;
  private final Verification verification = new Verification();
  private final Elements elements;
  private final Histories histories;
  private boolean toldUnavailable;

  Generation(ProcessingEnvironment env) {
    verify = env.getOptions().getOrDefault("dbrazor.verify", "");
    places = new ProblemPlaces(env.getTypeUtils());
    elements = env.getElementUtils();
    files = new GeneratedFiles(env.getFiler(), env.getElementUtils());
    histories = new Histories(env);
  }

  /**
   * Writes the classes that belong to the record; nothing when its SQL was refused.
   *
   * @param report takes what SQLite said about the user's parts of the SQL
   */
  void generate(EntityModel model, TypeElement originating, Consumer<Finding> report) {
    EntitySql sql = EntitySql.of(model, new SqliteDialect());
    List<Problem> problems = problems(model, sql, originating, report);
    problems.forEach(problem -> report.accept(places.finding(problem, originating)));
    if (problems.isEmpty()) {
      files.write(
          model,
          sql,
          histories.of(model, originating, report),
          originating,
          Deprecation.isIn(originating, elements));
    }
  }

  private List<Problem> problems(
      EntityModel model, EntitySql sql, TypeElement originating, Consumer<Finding> report) {
    if (verify.equals(OFF)) {
      return List.of();
    }
    verification
        .unavailable()
        .filter(reason -> !toldUnavailable)
        .ifPresent(reason -> report.accept(unavailable(reason, originating)));
    return verification.verify(model, sql);
  }

  private Finding unavailable(String reason, TypeElement originating) {
    toldUnavailable = true;
    String message = "SQLite cannot be loaded in this compiler, so no SQL is verified: " + reason;
    return verify.equals(REQUIRED)
        ? Finding.error(
            "VerifyUnavailable",
            message + "; put sqlite-jdbc on the processor path, or drop -Adbrazor.verify=required",
            originating)
        : Finding.note(
            "VerifyUnavailable",
            message + "; put sqlite-jdbc on the processor path, or say -Adbrazor.verify=off",
            originating);
  }

  @Override
  public void close() {
    verification.close();
  }
}
