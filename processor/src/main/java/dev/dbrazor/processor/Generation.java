package dev.dbrazor.processor;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.report.Finding;
import dev.dbrazor.processor.sql.EntitySql;
import dev.dbrazor.processor.sql.SqliteDialect;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/**
 * From valid models to files: statement texts, their proof by a real SQLite, generated classes. One
 * a compilation, closed when processing is over; one thread.
 */
final class Generation implements AutoCloseable {
  private final ProcessingEnvironment env;

  Generation(ProcessingEnvironment env) {
    this.env = env;
  }

  /**
   * Writes the classes that belong to the record; nothing when its SQL was refused.
   *
   * @param report takes what SQLite said about the user's parts of the SQL
   */
  void generate(EntityModel model, TypeElement originating, Consumer<Finding> report) {
    EntitySql.of(model, new SqliteDialect());
  }

  @Override
  public void close() {}
}
