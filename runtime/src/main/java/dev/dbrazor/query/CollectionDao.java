package dev.dbrazor.query;

import dev.dbrazor.Database;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.Stamps;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stores and finds the records of one collection; the generated {@code CustomerDao} extends it. One
 * object may be shared by all threads.
 *
 * <p>Calls join the thread's running transaction. Outside one, a call is a transaction of its own:
 * what it returns is stored. No parameter may be null; a null is an {@link
 * InvalidArgumentException}. What the database refuses is a {@link
 * dev.dbrazor.ConstraintException}, whose kinds name component and id.
 *
 * @param <R> the record
 * @param <K> its id, or the generated key class of several
 */
public abstract class CollectionDao<R extends Record, K> {
  private final Database db;
  private final Mapping<R, K> mapping;
  private final Table<R> table;
  private final RowWrites<R, K> rows;
  private final BulkWrites<R, K> bulk;

  /** Registers the collection: its table is created, or checked against the record. */
  protected CollectionDao(Database db, Mapping<R, K> mapping) {
    db.register(mapping);
    this.db = db;
    this.mapping = mapping;
    this.table = Table.of(db::sessions, mapping);
    this.rows = new RowWrites<>(mapping, table.names());
    this.bulk = new BulkWrites<>(db::sessions, mapping, table.names());
  }

  /** Stores a new record and returns it as stored, with what was generated for it. */
  public final R insert(R record) {
    R stored = mapping.inserted(Arguments.notNull(record, "record"), Stamps.now());
    return describing(stored, () -> db.sessions().write(session -> rows.insert(session, stored)));
  }

  /** Stores new records, all or none; returns them as stored, in the same order. */
  public final List<R> insertAll(Collection<? extends R> records) {
    List<R> given = present(records, "records");
    if (given.isEmpty()) {
      return List.of();
    }
    BulkWrites.Operation<R> operation =
        new BulkWrites.Operation<>(
            mapping.statements().insert(),
            mapping.statements().row(),
            mapping.insertReturns(),
            (session, index, row) -> rows.describing(index, row, () -> rows.insert(session, row)));
    return db.sessions()
        .atomically(session -> bulk.store(session, inserted(session, given), operation));
  }

  /** Stores a new record unless the id or a unique value is there already; then empty. */
  public final Optional<R> insertOrIgnore(R record) {
    R stored = mapping.inserted(Arguments.notNull(record, "record"), Stamps.now());
    return describing(
        stored,
        () ->
            db.sessions()
                .write(session -> Optional.ofNullable(rows.insertOrIgnore(session, stored))));
  }

  /**
   * Stores all components of a record under its id, and returns it as stored.
   *
   * @throws dev.dbrazor.NotFoundException when no row has the id
   * @throws dev.dbrazor.VersionMismatchException when the row has another version than the record
   */
  public final R update(R record) {
    R updated = mapping.updated(Arguments.notNull(record, "record"), Stamps.now());
    return describing(
        updated, () -> db.sessions().write(session -> rows.update(session, record, updated)));
  }

  /**
   * Changes some components of one row in one statement, whatever its version, and returns the new
   * record.
   *
   * @throws dev.dbrazor.NotFoundException when no row has the id
   * @throws dev.dbrazor.MappingException when a sum is out of range, or a nested record to be
   *     changed is missing; then nothing is changed
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public final R update(K id, Assignment<R> first, Assignment<R>... more) {
    Arguments.notNull(id, "id");
    Assignments<R> assignments = new Assignments<>(mapping, Lists.of(first, more));
    try {
      return db.sessions().write(session -> rows.update(session, id, assignments));
    } catch (DbRazorException e) {
      throw RowErrors.describe(e, mapping, RowErrors.NO_INDEX, id);
    }
  }

  /**
   * Stores all components of records under their ids, all or none; returns them as stored, in the
   * same order. The error for an id that no row has, or for a version that is not the row's, names
   * the id.
   */
  public final List<R> updateAll(Collection<? extends R> records) {
    List<R> given = present(records, "records");
    if (given.isEmpty()) {
      return List.of();
    }
    Stamp stamp = Stamps.now();
    List<R> updated = new ArrayList<>(given.size());
    for (R record : given) {
      updated.add(mapping.updated(record, stamp));
    }
    BulkWrites.Operation<R> operation =
        new BulkWrites.Operation<>(
            mapping.statements().updateAll(),
            mapping.statements().plainRow(),
            mapping.updateReturns(),
            (session, index, row) ->
                rows.describing(index, row, () -> rows.update(session, given.get(index), row)));
    return db.sessions().atomically(session -> bulk.store(session, updated, operation));
  }

  /**
   * Stores a record, over the row with its id if there is one, whatever that row's version; returns
   * what is stored then.
   */
  public final R upsert(R record) {
    R stored = mapping.inserted(Arguments.notNull(record, "record"), Stamps.now());
    return describing(stored, () -> db.sessions().write(session -> rows.upsert(session, stored)));
  }

  /** For generated code: the same by another unique component than the id. */
  protected final R upsert(String sql, R record) {
    R stored = mapping.inserted(Arguments.notNull(record, "record"), Stamps.now());
    return describing(
        stored, () -> db.sessions().write(session -> rows.returned(session, sql, stored)));
  }

  /** As {@link #upsert} one after the other, all or none; in the same order. */
  public final List<R> upsertAll(Collection<? extends R> records) {
    List<R> given = present(records, "records");
    if (given.isEmpty()) {
      return List.of();
    }
    BulkWrites.Operation<R> operation =
        new BulkWrites.Operation<>(
            mapping.statements().upsert(),
            mapping.statements().row(),
            RowWrites.upsertReturns(mapping),
            (session, index, row) -> rows.describing(index, row, () -> rows.upsert(session, row)));
    return db.sessions()
        .atomically(session -> bulk.store(session, inserted(session, given), operation));
  }

  /** The record with this id. */
  public final Optional<R> findById(K id) {
    Arguments.notNull(id, "id");
    return findOne(mapping.statements().findById(), to -> mapping.bindId(id, to));
  }

  /** For generated code: the one record a statement finds. */
  protected final Optional<R> findOne(String sql, Consumer<Binder> parameters) {
    return db.sessions().read(session -> Optional.ofNullable(rows.run(session, sql, parameters)));
  }

  /**
   * The records with these ids, in the order of the ids. Unknown ids are left out; one given twice
   * comes twice.
   */
  public final List<R> findAllById(Collection<? extends K> ids) {
    List<K> given = present(ids, "ids");
    if (given.isEmpty()) {
      return List.of();
    }
    BoundSql sql = byIds(mapping.statements().findAllById(), given);
    Map<K, R> found = new HashMap<>();
    for (R record : Rows.all(db.sessions(), sql, table)) {
      found.put(mapping.id(record), record);
    }
    return given.stream().filter(found::containsKey).map(found::get).toList();
  }

  /**
   * Deletes the row with this id.
   *
   * @return false when there was none
   */
  public final boolean deleteById(K id) {
    Arguments.notNull(id, "id");
    try {
      return db.sessions()
              .write(
                  session -> {
                    try (DriverStatement statement =
                        session.prepare(mapping.statements().deleteById())) {
                      mapping.bindId(id, new Binder(statement, 0, List.of()));
                      statement.step();
                      return statement.changes();
                    }
                  })
          > 0;
    } catch (DbRazorException e) {
      throw RowErrors.describe(e, mapping, RowErrors.NO_INDEX, id);
    }
  }

  /**
   * Deletes the rows with these ids, all or none.
   *
   * @return how many there were
   */
  public final long deleteAllById(Collection<? extends K> ids) {
    List<K> given = present(ids, "ids");
    return given.isEmpty() ? 0 : table.change(byIds(mapping.statements().deleteAllById(), given));
  }

  /** The number of records. */
  public final long count() {
    return Rows.number(
        db.sessions(), new BoundSql(mapping.statements().count(), List.of(), List.of()));
  }

  /** A query for all records. */
  public final RecordQuery<R> query() {
    return new RecordQuery<>(table, Clauses.from(table.source()));
  }

  /**
   * A query for all records under an alias, for the paths of {@code Customer_.as(alias)}: for a
   * subquery about the collection that the query around it is about.
   *
   * <pre>{@code
   * Employee_.Alias boss = Employee_.as("boss");
   * employees.where(exists(employees.as("boss").where(boss.id.eq(Employee_.managerId))))
   * }</pre>
   */
  public final RecordQuery<R> as(String alias) {
    Table<R> aliased = table.as(alias);
    return new RecordQuery<>(aliased, Clauses.from(aliased.source()));
  }

  /**
   * The records whose vectors are nearest to a query, nearest first, equally near ones by id; in an
   * unmodifiable list of k, or of all that have a vector. See {@link VectorPath} for how rows are
   * chosen, and {@link Match} for distance and score.
   *
   * @param query is read before this returns; not kept
   * @throws InvalidArgumentException for k below 1, and a vector inside a nested record
   * @throws dev.dbrazor.MappingException for a query that could not be stored: of another length,
   *     with NaN or an infinity, of zeros only under COSINE; and for a row that holds no vector
   */
  public final List<Match<R>> nearest(VectorPath<R> path, float[] query, int k) {
    return query().nearest(path, query, k);
  }

  /** A query for the records that match. */
  public final RecordQuery<R> where(Condition<? super R> condition) {
    return query().where(condition);
  }

  private List<R> inserted(Session session, List<R> given) {
    Stamp stamp = Stamps.countingFrom(highestKey(session, given));
    List<R> inserted = new ArrayList<>(given.size());
    for (R record : given) {
      inserted.add(mapping.inserted(record, stamp));
    }
    return inserted;
  }

  /** Keys are counted on from the highest there is, in the table or among the given ones. */
  private long highestKey(Session session, List<R> given) {
    String sql = mapping.statements().highestKey();
    if (sql == null || given.stream().noneMatch(mapping::needsKey)) {
      return Long.MAX_VALUE;
    }
    long highest = Rows.number(session, new BoundSql(sql, List.of(), List.of()));
    for (R record : given) {
      if (!mapping.needsKey(record) && mapping.listItem(mapping.id(record)) instanceof Long key) {
        highest = Math.max(highest, key);
      }
    }
    return highest;
  }

  private BoundSql byIds(String sql, List<K> ids) {
    List<Object> items = new ArrayList<>(ids.size());
    for (K id : ids) {
      items.add(mapping.listItem(id));
    }
    Parameter list = new RawText(List.of("ids"), JsonText.array(items));
    return new BoundSql(sql, List.of(list), List.of(0));
  }

  private static <T> List<T> present(@Nullable Collection<? extends T> values, String name) {
    List<T> present = new ArrayList<>(Arguments.notNull(values, name));
    for (int i = 0; i < present.size(); i++) {
      if (present.get(i) == null) {
        throw new InvalidArgumentException(name + "[" + i + "] must not be null");
      }
    }
    return present;
  }

  private <T> T describing(R row, Supplier<T> change) {
    return rows.describing(RowErrors.NO_INDEX, row, change);
  }
}
