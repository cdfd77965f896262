package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.pool.Sessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One collection as queries see it: how its records are read, and how many of its rows are changed
 * at once. Immutable, shared by all threads.
 */
final class Table<R> implements Selection<R> {
  private final Access access;
  private final Mapping<?, ?> mapping;
  private final Source<R> source;
  private final Function<ResultRow, R> reader;
  private final List<String> names;
  private final String ids;
  private final int width;

  private Table(
      Access access,
      Mapping<?, ?> mapping,
      Source<R> source,
      Function<ResultRow, R> reader,
      List<String> names) {
    this.access = access;
    this.mapping = mapping;
    this.source = source;
    this.reader = reader;
    this.names = names;
    List<String> columns = mapping.statements().ids();
    String list = Identifier.joined(columns, "", ", ");
    this.width = Identifier.count(mapping.statements().columns());
    this.ids = columns.size() == 1 ? list : "(" + list + ")";
  }

  static <R extends Record> Table<R> of(
      Supplier<Sessions> sessions,
      Supplier<@Nullable Hooks> hooks,
      StampSource stamps,
      Mapping<R, ?> mapping) {
    List<String> names = new ArrayList<>();
    for (String component : mapping.components()) {
      names.add(mapping.collection() + "." + component);
    }
    List<String> columns = List.copyOf(names);
    return new Table<>(
        new Access(sessions, hooks, stamps, mapping.collection(), new Shapes()),
        mapping,
        Source.of(mapping),
        new RecordReader<>(mapping, columns),
        columns);
  }

  /** The same rows under an alias. */
  Table<R> as(String alias) {
    return new Table<>(access, mapping, source.as(alias), reader, names);
  }

  /** The same for queries with a deadline. */
  Table<R> within(Duration timeout) {
    return new Table<>(access.within(timeout), mapping, source, reader, names);
  }

  /** The same for queries that may read all of a large table. */
  Table<R> allowingScans() {
    return new Table<>(access.allowingScans(), mapping, source, reader, names);
  }

  Access access() {
    return access;
  }

  Mapping<?, ?> mapping() {
    return mapping;
  }

  Source<R> source() {
    return source;
  }

  @Override
  public void render(SqlWriter out) {
    out.text(mapping.statements().columns());
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public R read(ResultRow row) {
    return reader.apply(row);
  }

  /** The id of a record that was stored. */
  Object id(R row) {
    return ids(mapping, row);
  }

  /** The statement for the row with an id. */
  BoundSql byId(Object id) {
    return byId(mapping, id);
  }

  // The id is one of the table's.
  @SuppressWarnings("unchecked")
  private static <K> BoundSql byId(Mapping<?, K> mapping, Object id) {
    return IdList.of(mapping.statements().findAllById(), mapping, List.of((K) id));
  }

  // A table's mapping is that of its record.
  @SuppressWarnings("unchecked")
  private static <T extends Record> Object ids(Mapping<T, ?> mapping, Object row) {
    return mapping.id((T) row);
  }

  long delete(Clauses clauses) {
    SqlWriter out = new SqlWriter().text("DELETE FROM ").text(source.inFrom());
    changed(clauses, out);
    BoundSql sql = access.finish(out);
    Hooks hooks = access.hooks();
    return hooks == null ? change(sql) : new HookedChanges<>(hooks, this, clauses).delete(sql);
  }

  long update(Clauses clauses, List<Assignment<R>> list) {
    if (source.isAliased()) {
      throw new InvalidArgumentException(
          source.label() + " is an alias: update by a query under the collection's own name");
    }
    Assignments<R> assignments = new Assignments<>(mapping, list);
    SqlWriter out = new SqlWriter().text("UPDATE ").text(source.inFrom()).text(" SET ");
    assignments.render(out, access.stamps().now());
    changed(clauses, out);
    try {
      BoundSql sql = access.finish(out);
      Hooks hooks = access.hooks();
      return hooks == null ? change(sql) : new HookedChanges<>(hooks, this, clauses).update(sql);
    } catch (ForeignKeyException e) {
      throw BrokenReference.ofChange(
          access.sessions(), mapping, assignments, rows -> changed(clauses, rows), e);
    } catch (MappingException e) {
      throw assignments.explain(e);
    }
  }

  private void changed(Clauses clauses, SqlWriter out) {
    out.enter(clauses.from());
    renderRows(clauses, out);
  }

  private void renderRows(Clauses clauses, SqlWriter out) {
    if (!clauses.isLimited()) {
      clauses.renderWhere(out);
      return;
    }
    String columns = ids.startsWith("(") ? ids.substring(1, ids.length() - 1) : ids;
    out.text(" WHERE ").text(ids).text(" IN (");
    clauses.render(out, Node.text(columns));
    out.text(")");
  }

  /** Runs a statement that changes rows; returns how many. */
  long change(BoundSql sql) {
    try {
      return access
          .changing()
          .write(
              session -> {
                try (DriverStatement statement = session.prepare(sql.text())) {
                  sql.bind(statement);
                  statement.step();
                  return statement.changes();
                }
              });
    } catch (DbRazorException e) {
      throw RowErrors.describe(e, mapping, RowErrors.NO_INDEX, null);
    }
  }
}
