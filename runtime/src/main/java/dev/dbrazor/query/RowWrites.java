package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotFoundException;
import dev.dbrazor.VersionMismatchException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.mapping.Statements;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.value.Excerpt;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores single records, each by one statement. Immutable, shared by all threads. */
final class RowWrites<R extends Record, K> {
  private final Mapping<R, K> mapping;
  private final Statements statements;
  private final List<String> names;
  private final StampSource stamps;
  private final String byId;
  private final boolean upsertReturns;

  RowWrites(Mapping<R, K> mapping, List<String> names, StampSource stamps) {
    this.stamps = stamps;
    this.mapping = mapping;
    this.statements = mapping.statements();
    this.names = names;
    this.byId = Identifier.joined(statements.ids(), " = ?", " AND ");
    this.upsertReturns = upsertReturns(mapping);
  }

  /** True when a row stored over another keeps something of it, or the database fills some in. */
  static boolean upsertReturns(Mapping<?, ?> mapping) {
    return mapping.insertReturns()
        || mapping.updateReturns()
        || mapping.statements().versionById() != null;
  }

  /** Stores what {@link Mapping#inserted} made. */
  R insert(Session session, R stored) {
    String returning = mapping.needsKey(stored) ? statements.insertReturning() : null;
    if (returning != null || mapping.insertReturns()) {
      return returned(session, returning != null ? returning : statements.insert(), stored);
    }
    try (DriverStatement statement = session.prepare(statements.insert())) {
      mapping.bindRow(stored, binder(statement));
      statement.step();
      return stored;
    }
  }

  /**
   * Stores records as {@link Mapping#inserted} makes them, row by row through one statement, each
   * looked at once, since many do not fit into the processor's caches. Beside indexes SQLite is
   * slower with many rows a statement, which has to be able to undo the first ones.
   */
  List<R> insertAll(Session session, List<R> given, Stamp stamp, OneOf<R> each) {
    List<R> stored = new ArrayList<>(given.size());
    try (DriverStatement statement = session.prepare(statements.insert())) {
      Binder binder = binder(statement);
      for (R record : given) {
        R row = mapping.inserted(record, stamp);
        stored.add(
            each.store(stored.size(), row, () -> insertNext(session, statement, binder, row)));
      }
    }
    return List.copyOf(stored);
  }

  /** Stores one of many rows; the index is its place among all, for errors. */
  @FunctionalInterface
  interface OneOf<R> {
    R store(int index, R row, Supplier<R> change);
  }

  private R insertNext(Session session, DriverStatement statement, Binder binder, R row) {
    if (mapping.needsKey(row)) {
      return insert(session, row);
    }
    mapping.bindRow(row, binder);
    statement.step();
    statement.reset();
    return row;
  }

  /** Null when a unique value was there already. */
  @Nullable R insertOrIgnore(Session session, R stored) {
    return run(session, statements.insertOrIgnore(), to -> mapping.bindRow(stored, to));
  }

  /** Stores what {@link Mapping#inserted} made, over the row with its id if there is one. */
  R upsert(Session session, R stored) {
    if (mapping.needsKey(stored)) {
      return insert(session, stored);
    }
    if (upsertReturns) {
      return returned(session, statements.upsert(), stored);
    }
    String unindexed = statements.updateUnindexed();
    if (unindexed != null && update(session, unindexed, stored) != null) {
      return stored;
    }
    try (DriverStatement statement = session.prepare(statements.upsert())) {
      mapping.bindRow(stored, binder(statement));
      statement.step();
      return required(statement.changes() > 0 ? stored : null);
    }
  }

  /** Stores a row by a statement that gives it back. */
  R returned(Session session, String sql, R stored) {
    return required(run(session, sql, to -> mapping.bindRow(stored, to)));
  }

  /** Stores what {@link Mapping#updated} made of {@code given}. */
  R update(Session session, R given, R updated) {
    String unindexed = statements.updateUnindexed();
    R row = unindexed == null ? null : update(session, unindexed, updated);
    if (row == null) {
      row = update(session, statements.update(), updated);
    }
    if (row == null) {
      throw unchanged(session, mapping.id(given), mapping.version(given));
    }
    return row;
  }

  /** Null when no row is as the statement wants it. */
  private @Nullable R update(Session session, String sql, R updated) {
    try (DriverStatement statement = session.prepare(sql)) {
      mapping.bindUpdate(updated, binder(statement));
      if (mapping.updateReturns()) {
        return returned(statement);
      }
      statement.step();
      return statement.changes() > 0 ? updated : null;
    }
  }

  /** Changes some components of one row. */
  R update(Session session, K id, Assignments<R> assignments) {
    SqlWriter out = new SqlWriter().text("UPDATE ").text(Identifier.quoted(mapping.collection()));
    assignments.render(out.text(" SET "), stamps.now());
    whereId(out, id);
    BoundSql sql = out.text(" RETURNING ").text(statements.columns()).finish();
    try (DriverStatement statement = session.prepare(sql.text())) {
      sql.bind(statement);
      R row = returned(statement);
      if (row == null) {
        throw notFound(id);
      }
      return row;
    } catch (MappingException e) {
      throw assignments.explain(e);
    }
  }

  private void whereId(SqlWriter out, K id) {
    out.text(" WHERE ").parameters(byId, statements.ids().size(), new IdOf<>(mapping, id));
  }

  /** The error of a change of some components, naming the reference that it would have broken. */
  DbRazorException broken(
      Sessions sessions, K id, Assignments<R> assignments, ForeignKeyException e) {
    DbRazorException described = RowErrors.describe(e, mapping, RowErrors.NO_INDEX, id);
    return BrokenReference.ofChange(
        sessions, mapping, assignments, out -> whereId(out, id), (ForeignKeyException) described);
  }

  /** The row a statement gives, if any; the statement has then ended. */
  @Nullable R run(Session session, String sql, Consumer<Binder> parameters) {
    try (DriverStatement statement = session.prepare(sql)) {
      parameters.accept(binder(statement));
      return returned(statement);
    }
  }

  @Nullable R byId(Session session, K id) {
    return new RecordReader<>(mapping, names)
        .first(session, statements.findById(), to -> mapping.bindId(id, to));
  }

  /** The row with the unique values by which an upsert finds one. */
  @Nullable R replacedBy(Session session, String upsert, R stored) {
    String keys = UpsertTarget.of(upsert);
    String sql =
        "WITH _given ("
            + statements.columns()
            + ") AS (VALUES "
            + statements.row()
            + ") SELECT "
            + statements.columns()
            + " FROM "
            + Identifier.quoted(mapping.collection())
            + " WHERE ("
            + keys
            + ") IN (SELECT "
            + keys
            + " FROM _given)";
    return run(session, sql, to -> mapping.bindRow(stored, to));
  }

  private @Nullable R returned(DriverStatement statement) {
    if (!statement.step()) {
      return null;
    }
    R row = RecordReader.read(mapping, new ResultRow(statement, names));
    // Only at its end does a statement check deferred constraints and commit.
    statement.step();
    return row;
  }

  R required(@Nullable R row) {
    if (row == null) {
      // A trigger may have said RAISE(IGNORE).
      throw new NotFoundException(
          details("the INSERT stored no row", ErrorCode.NOT_FOUND, null), null);
    }
    return row;
  }

  private DbRazorException unchanged(Session session, K id, long expected) {
    String versionById = statements.versionById();
    if (versionById == null) {
      return notFound(id);
    }
    try (DriverStatement statement = session.prepare(versionById)) {
      mapping.bindId(id, new Binder(statement, 0, List.of()));
      if (!statement.step()) {
        return notFound(id);
      }
      long actual = statement.int64(0);
      return new VersionMismatchException(
          details(
              "id " + Excerpt.shown(id) + " has version " + actual + ", not " + expected,
              ErrorCode.VERSION_MISMATCH,
              id),
          expected,
          actual);
    }
  }

  private NotFoundException notFound(K id) {
    String message = "no row has id " + Excerpt.shown(id);
    return new NotFoundException(details(message, ErrorCode.NOT_FOUND, id), null);
  }

  private ErrorDetails details(String message, ErrorCode code, @Nullable Object id) {
    return ErrorDetails.of(code, mapping.collection() + ": " + message)
        .withCollection(mapping.collection())
        .withId(id);
  }

  private Binder binder(DriverStatement statement) {
    return new Binder(statement, 0, names);
  }

  /** Runs a change of one row; its errors name the row. */
  <T extends @Nullable Object> T describing(int index, R row, Supplier<T> change) {
    try {
      return change.get();
    } catch (DbRazorException e) {
      throw RowErrors.describe(e, mapping, index, mapping.needsKey(row) ? null : mapping.id(row));
    }
  }

  Mapping<R, K> mapping() {
    return mapping;
  }

  List<String> names() {
    return names;
  }

  R inserted(R record, Stamp stamp) {
    return mapping.inserted(record, stamp);
  }

  /** The id in the WHERE of a partial update. */
  private record IdOf<K>(Mapping<?, K> mapping, K id) implements Parameter {
    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public void bind(Binder to) {
      mapping.bindId(id, to);
    }
  }
}
