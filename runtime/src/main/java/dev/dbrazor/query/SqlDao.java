package dev.dbrazor.query;

import dev.dbrazor.Database;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.NoResultException;
import dev.dbrazor.NonUniqueResultException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.json.Json;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.Work;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the classes generated from {@code @Dao} interfaces extend. Shared by all threads. Each
 * statement runs in the thread's transaction if there is one, else reading ones on a reader and
 * writing ones on the writer.
 */
public abstract class SqlDao {
  private final Database db;

  protected SqlDao(Database db) {
    this.db = db;
  }

  /** Binds nothing. */
  protected static void nothing(Binder to) {}

  /** Binds a collection as the JSON array that {@code IN (…)} reads. */
  protected static <V> void items(
      Binder to, int parameter, Collection<? extends V> values, ValueType<V> type) {
    List<Object> items = new ArrayList<>(values.size());
    values.forEach(value -> items.add(type.listItem(value)));
    to.text(parameter, Json.array(items));
  }

  /** All rows. */
  protected final <T extends @Nullable Object> List<T> list(
      SqlStatement statement, Consumer<Binder> parameters, Function<ResultRow, T> mapper) {
    return rows(
        statement,
        session -> {
          try (DriverStatement running = bound(session, statement, parameters)) {
            List<T> rows = new ArrayList<>();
            running.readAhead();
            ResultRow row = new ResultRow(running, List.of());
            while (running.step()) {
              rows.add(mapper.apply(row));
            }
            return Collections.unmodifiableList(rows);
          }
        });
  }

  /**
   * The only row, or nothing; a value that is NULL is nothing too. More rows are a {@link
   * NonUniqueResultException}.
   */
  protected final <T> Optional<T> optional(
      SqlStatement statement,
      Consumer<Binder> parameters,
      Function<ResultRow, @Nullable T> mapper) {
    return rows(
        statement,
        session -> {
          try (DriverStatement running = bound(session, statement, parameters)) {
            if (!running.step()) {
              return Optional.empty();
            }
            @Nullable T only = mapper.apply(new ResultRow(running, List.of()));
            if (running.step()) {
              throw new NonUniqueResultException(
                  error(
                      statement,
                      ErrorCode.NON_UNIQUE_RESULT,
                      "At most one row was expected, and there are more"),
                  null);
            }
            return Optional.ofNullable(only);
          }
        });
  }

  /**
   * The only row; none is a {@link NoResultException}, several a {@link NonUniqueResultException}.
   */
  protected final <T> T one(
      SqlStatement statement, Consumer<Binder> parameters, Function<ResultRow, T> mapper) {
    return this.<T>optional(statement, parameters, mapper)
        .orElseThrow(
            () ->
                new NoResultException(
                    error(
                        statement, ErrorCode.NO_RESULT, "One row was expected, and there is none"),
                    null));
  }

  /** Rows as they are read, from one snapshot; the stream must be closed. */
  protected final <T extends @Nullable Object> Stream<T> stream(
      SqlStatement statement, Consumer<Binder> parameters, Function<ResultRow, T> mapper) {
    return RowStream.open(
        sessions(statement).hold(), session -> bound(session, statement, parameters), mapper);
  }

  /** Runs a statement that returns nothing; the number of rows it changed. */
  protected final long execute(SqlStatement statement, Consumer<Binder> parameters) {
    return sessions(statement)
        .write(
            session -> {
              try (DriverStatement running = bound(session, statement, parameters)) {
                running.step();
                return running.changes();
              }
            });
  }

  /** What cannot be mapped, or is too much, must not leave changes behind. */
  private <T> T rows(SqlStatement statement, Work<T> work) {
    Sessions sessions = sessions(statement);
    return statement.writes() ? sessions.atomically(work) : sessions.read(work);
  }

  private Sessions sessions(SqlStatement statement) {
    Hooks hooks = db.hooks();
    Sessions watched = db.sessions(statement.summary());
    Sessions sessions = statement.allowsScan() ? watched.unguarded() : watched;
    return hooks == null ? sessions : hooks.statements(statement.collections(), sessions);
  }

  private static DriverStatement bound(
      Session session, SqlStatement statement, Consumer<Binder> parameters) {
    DriverStatement running = session.prepare(statement.sql());
    try {
      parameters.accept(new Binder(running, 0, statement.parameters()));
      return running;
    } catch (Throwable e) {
      running.close();
      throw e;
    }
  }

  private static ErrorDetails error(SqlStatement statement, ErrorCode code, String message) {
    return ErrorDetails.of(code, message + ": " + statement.name()).withSql(statement.sql());
  }
}
