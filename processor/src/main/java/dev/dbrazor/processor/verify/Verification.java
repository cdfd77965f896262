package dev.dbrazor.processor.verify;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.sql.EntitySql;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs the SQL of collections through one SQLite for the whole compilation, opened when first
 * needed.
 *
 * <p>Compilations may run side by side in one process, each with its own class loader and so its
 * own copy of the engine: they take turns.
 */
public final class Verification implements AutoCloseable {
  /** A literal is the same object for all class loaders of a process. */
  private static final Object TURN = "dev.dbrazor.processor.verify.Verification";

  private @Nullable Engine engine;
  private @Nullable String unavailable;

  /** Why there is no SQLite in this compiler; empty when there is one. */
  public Optional<String> unavailable() {
    if (engine == null && unavailable == null) {
      synchronized (TURN) {
        open();
      }
    }
    return Optional.ofNullable(unavailable);
  }

  /** All that is wrong with the collection's SQL; nothing when no engine is available. */
  public List<Problem> verify(EntityModel model, EntitySql sql) {
    if (unavailable().isPresent() || engine == null) {
      return List.of();
    }
    synchronized (TURN) {
      List<Problem> problems = new UserSql(engine, model).problems();
      return problems.isEmpty() ? new GeneratedSql(engine, model, sql).problems() : problems;
    }
  }

  /**
   * What is wrong with the SQL of the step between two versions of a table.
   *
   * @param backfilled expressions over the table as it was, by column
   */
  public List<Problem> verifyStep(
      List<String> before, List<String> now, String table, Map<String, String> backfilled) {
    if (unavailable().isPresent() || engine == null) {
      return List.of();
    }
    synchronized (TURN) {
      return new StepSql(engine, table).problems(before, now, backfilled);
    }
  }

  private void open() {
    try {
      engine = new Engine();
    } catch (SQLException | LinkageError | RuntimeException e) {
      unavailable = e.toString();
    }
  }

  @Override
  public void close() {
    synchronized (TURN) {
      if (engine != null) {
        engine.close();
        engine = null;
      }
      unavailable = "the compilation is over";
    }
  }
}
