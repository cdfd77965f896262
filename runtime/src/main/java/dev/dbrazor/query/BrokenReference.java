package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, after the fact, which reference a change would have broken, since the engine does not
 * tell: each one of the table is tried.
 */
final class BrokenReference {
  private static final String OWN =
      """
      SELECT id, "table", "from", coalesce("to", '') FROM pragma_foreign_key_list(?1)
      ORDER BY id, seq""";

  private static final String OTHERS =
      """
      SELECT f.id, s.name, f."from", coalesce(f."to", '')
      FROM sqlite_schema AS s, pragma_foreign_key_list(s.name) AS f
      WHERE s.type = 'table' AND f."table" = ?1 COLLATE NOCASE
      ORDER BY s.name, f.id, f.seq""";

  private BrokenReference() {}

  /** A reference: its table, and pairs of columns. */
  private record Reference(long id, String table, List<String> from, List<String> to) {
    boolean isComplete() {
      return to.stream().noneMatch(String::isEmpty);
    }
  }

  /** The same error, naming what the row refers to that is not there; as it is if unknown. */
  static <R extends Record> DbRazorException ofRow(
      Session session, Mapping<R, ?> mapping, R row, ForeignKeyException e) {
    for (Reference reference : references(session, OWN, mapping.collection())) {
      if (reference.isComplete() && !holds(session, mapping, row, reference)) {
        return named(e, mapping, reference);
      }
    }
    return e;
  }

  /**
   * The same error of a change of some components, naming what a changed row refers to that is not
   * there; as it is if unknown.
   *
   * @param where writes which rows are changed
   */
  static <R> DbRazorException ofChange(
      Sessions sessions,
      Mapping<?, ?> mapping,
      Assignments<R> change,
      Consumer<SqlWriter> where,
      ForeignKeyException e) {
    return sessions
        .unguarded()
        .read(
            session -> {
              for (Reference reference : references(session, OWN, mapping.collection())) {
                if (reference.isComplete()
                    && change.changes(reference.from())
                    && breaks(session, mapping, change, where, reference)) {
                  return named(e, mapping, reference);
                }
              }
              return e;
            });
  }

  /** {@code SELECT max((new values) NOT IN (SELECT … FROM parent)) FROM child WHERE …}. */
  private static <R> boolean breaks(
      Session session,
      Mapping<?, ?> mapping,
      Assignments<R> change,
      Consumer<SqlWriter> where,
      Reference reference) {
    SqlWriter out = new SqlWriter();
    String separator = "SELECT max((";
    for (String column : reference.from()) {
      change.renderValue(column, out.text(separator));
      separator = ", ";
    }
    out.text(") NOT IN (SELECT ").text(Identifier.joined(reference.to(), "", ", ")).text(" FROM ");
    out.text(Identifier.quoted(reference.table())).text(")) FROM ");
    out.text(Identifier.quoted(mapping.collection()));
    where.accept(out);
    BoundSql sql = out.finish();
    try (DriverStatement statement = session.prepare(sql.text())) {
      sql.bind(statement);
      return statement.step() && statement.int64(0) != 0;
    }
  }

  private static ForeignKeyException named(
      ForeignKeyException e, Mapping<?, ?> mapping, Reference reference) {
    String column = String.join(", ", reference.from());
    int index = mapping.columns().indexOf(reference.from().get(0));
    String component =
        index < 0 || reference.from().size() > 1 ? column : mapping.components().get(index);
    String message =
        mapping.collection() + ": " + component + " refers to no row of " + reference.table();
    ErrorDetails details =
        e.details()
            .withMessage(message + place(e))
            .withCollection(mapping.collection())
            .withColumns(reference.from())
            .withComponent(component);
    return new ForeignKeyException(details, e);
  }

  private static String place(ForeignKeyException e) {
    String message = String.valueOf(e.getMessage());
    int given = message.lastIndexOf(" (given: ");
    return given < 0 ? "" : message.substring(given);
  }

  /** The same error, naming who refers to the row; as it is if unknown. */
  static <K> DbRazorException toRow(
      Session session, Mapping<?, K> mapping, K id, ForeignKeyException e) {
    for (Reference reference : references(session, OTHERS, mapping.collection())) {
      if (reference.isComplete() && isReferredTo(session, mapping, id, reference)) {
        String message =
            mapping.collection()
                + ": "
                + String.join(", ", reference.from())
                + " of "
                + reference.table()
                + " refers to the row";
        return new ForeignKeyException(
            e.details()
                .withMessage(message + place(e))
                .withCollection(mapping.collection())
                .withId(id),
            e);
      }
    }
    return e;
  }

  private static List<Reference> references(Session session, String sql, String table) {
    List<Reference> found = new ArrayList<>();
    try (DriverStatement statement = session.prepare(sql)) {
      statement.bindText(1, table);
      while (statement.step()) {
        add(found, statement.int64(0), text(statement, 1), text(statement, 2), text(statement, 3));
      }
    }
    return found;
  }

  private static String text(DriverStatement statement, int column) {
    return String.valueOf(statement.text(column));
  }

  private static void add(List<Reference> found, long id, String table, String from, String to) {
    @Nullable Reference last = found.isEmpty() ? null : found.get(found.size() - 1);
    if (last != null && last.id() == id && last.table().equals(table)) {
      last.from().add(from);
      last.to().add(to);
    } else {
      found.add(
          new Reference(id, table, new ArrayList<>(List.of(from)), new ArrayList<>(List.of(to))));
    }
  }

  /** The whole row is bound, as for an insert. */
  private static <R extends Record> boolean holds(
      Session session, Mapping<R, ?> mapping, R row, Reference reference) {
    List<String> conditions = new ArrayList<>();
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < reference.from().size(); i++) {
      int index = mapping.columns().indexOf(reference.from().get(i));
      if (index < 0) {
        return true; // not a component's
      }
      parameters.add("?" + (index + 1));
      conditions.add(Identifier.quoted(reference.to().get(i)) + " = ?" + (index + 1));
    }
    String sql =
        "SELECT "
            + parameters.stream().map(p -> p + " IS NULL OR ").collect(Collectors.joining())
            + "EXISTS (SELECT 1 FROM "
            + Identifier.quoted(reference.table())
            + " WHERE "
            + String.join(" AND ", conditions)
            + "), ?"
            + mapping.columns().size();
    try (DriverStatement statement = session.prepare(sql)) {
      mapping.bindRow(row, new Binder(statement, 0, List.of()));
      statement.step();
      return statement.int64(0) != 0;
    }
  }

  /** Of references to the id alone. */
  private static <K> boolean isReferredTo(
      Session session, Mapping<?, K> mapping, K id, Reference reference) {
    if (reference.from().size() > 1 || !mapping.statements().ids().equals(reference.to())) {
      return false;
    }
    String sql =
        "SELECT EXISTS (SELECT 1 FROM "
            + Identifier.quoted(reference.table())
            + " WHERE "
            + Identifier.quoted(reference.from().get(0))
            + " = ?1)";
    try (DriverStatement statement = session.prepare(sql)) {
      mapping.bindId(id, new Binder(statement, 0, List.of()));
      statement.step();
      return statement.int64(0) != 0;
    }
  }
}
