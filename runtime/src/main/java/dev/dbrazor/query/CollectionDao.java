package dev.dbrazor.query;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.RecordLookup;
import dev.dbrazor.Subscription;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
  private final RecordReader<R> reader;

  /** Made with the first change; immutable, so it does no harm when two threads make one each. */
  private @Nullable PlainWrites<R, K> plain;

  /** Registers the collection: its table is created, or checked against the record. */
  protected CollectionDao(Database db, Mapping<R, K> mapping) {
    db.register(mapping);
    this.db = db;
    this.mapping = mapping;
    this.table = Table.of(() -> db.sessions(mapping), db::hooks, db.stamps(), mapping);
    this.reader = new RecordReader<>(mapping, table.names());
  }

  /** Stores a new record and returns it as stored, with what was generated for it. */
  public final R insert(R record) {
    return writes().insert(Arguments.notNull(record, "record"));
  }

  /** Stores new records, all or none; returns them as stored, in the same order. */
  public final List<R> insertAll(Collection<? extends R> records) {
    List<R> given = present(records, "records");
    return given.isEmpty() ? List.of() : writes().insertAll(given);
  }

  /** Stores a new record unless the id or a unique value is there already; then empty. */
  public final Optional<R> insertOrIgnore(R record) {
    return writes().insertOrIgnore(Arguments.notNull(record, "record"));
  }

  /**
   * Stores all components of a record under its id, and returns it as stored.
   *
   * @throws dev.dbrazor.NotFoundException when no row has the id
   * @throws dev.dbrazor.VersionMismatchException when the row has another version than the record
   */
  public final R update(R record) {
    return writes().update(Arguments.notNull(record, "record"));
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
    return writes().update(id, new Assignments<>(mapping, Lists.of(first, more)));
  }

  /**
   * Stores all components of records under their ids, all or none; returns them as stored, in the
   * same order. The error for an id that no row has, or for a version that is not the row's, names
   * the id.
   */
  public final List<R> updateAll(Collection<? extends R> records) {
    List<R> given = present(records, "records");
    return given.isEmpty() ? List.of() : writes().updateAll(given);
  }

  /**
   * Stores a record, over the row with its id if there is one, whatever that row's version; returns
   * what is stored then.
   */
  public final R upsert(R record) {
    return writes().upsert(Arguments.notNull(record, "record"));
  }

  /** For generated code: the same by another unique component than the id. */
  protected final R upsert(String sql, R record) {
    return writes().upsert(sql, Arguments.notNull(record, "record"));
  }

  /** As {@link #upsert} one after the other, all or none; in the same order. */
  public final List<R> upsertAll(Collection<? extends R> records) {
    List<R> given = present(records, "records");
    return given.isEmpty() ? List.of() : writes().upsertAll(given);
  }

  /** The record with this id. */
  public final Optional<R> findById(K id) {
    Arguments.notNull(id, "id");
    Hooks hooks = db.hooks();
    RecordLookup lookup = hooks == null ? null : hooks.lookup();
    return lookup == null ? loaded(id) : lookup.find(mapping.collection(), id, () -> loaded(id));
  }

  private Optional<R> loaded(K id) {
    return findOne(mapping.statements().findById(), to -> mapping.bindId(id, to));
  }

  /** For generated code: the one record a statement finds. */
  protected final Optional<R> findOne(String sql, Consumer<Binder> parameters) {
    return table
        .access()
        .sessions()
        .read(session -> Optional.ofNullable(reader.first(session, sql, parameters)));
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
    BoundSql sql = IdList.of(mapping.statements().findAllById(), mapping, given);
    Map<K, R> found = new HashMap<>();
    for (R record : Rows.all(table.access().sessions(), sql, table)) {
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
    return writes().deleteById(Arguments.notNull(id, "id"));
  }

  /**
   * Deletes the rows with these ids, all or none.
   *
   * @return how many there were
   */
  public final long deleteAllById(Collection<? extends K> ids) {
    List<K> given = present(ids, "ids");
    return given.isEmpty() ? 0 : writes().deleteAllById(given);
  }

  /** The number of records. */
  public final long count() {
    return Rows.number(
        table.access().sessions(),
        new BoundSql(mapping.statements().count(), List.of(), List.of()));
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

  /** As {@link RecordQuery#search(FullTextPath, String, int)}, among all records. */
  public final List<Match<R>> search(FullTextPath<R> path, String words, int k) {
    return query().search(path, words, k);
  }

  /** As {@link RecordQuery#search(FullTextPath, Fts, int)}, among all records. */
  public final List<Match<R>> search(FullTextPath<R> path, Fts query, int k) {
    return query().search(path, query, k);
  }

  /** As {@link RecordQuery#search(String, int)}, among all records. */
  public final List<Match<R>> search(String words, int k) {
    return query().search(words, k);
  }

  /** As {@link RecordQuery#search(Fts, int)}, among all records. */
  public final List<Match<R>> search(Fts query, int k) {
    return query().search(query, k);
  }

  /**
   * As {@link RecordQuery#hybrid(FullTextPath, String, VectorPath, float[], int)}, among all
   * records.
   */
  public final List<Match<R>> hybrid(
      FullTextPath<R> text, String words, VectorPath<R> vector, float[] near, int k) {
    return query().hybrid(text, words, vector, near, k);
  }

  /**
   * As {@link RecordQuery#hybrid(FullTextPath, String, VectorPath, float[], int)}, among all
   * records.
   */
  public final List<Match<R>> hybrid(
      FullTextPath<R> text, Fts query, VectorPath<R> vector, float[] near, int k) {
    return query().hybrid(text, query, vector, near, k);
  }

  /**
   * As {@link RecordQuery#hybrid(FullTextPath, String, VectorPath, float[], int)}, in all full text
   * of all records.
   */
  public final List<Match<R>> hybrid(Fts query, VectorPath<R> vector, float[] near, int k) {
    return query().hybrid(query, vector, near, k);
  }

  /**
   * Makes the collection's full-text index and what vectors are searched by anew, from the rows, in
   * one transaction. They are kept right without it; this is for a file whose {@link
   * Database#verify} says otherwise.
   */
  public final void reindex() {
    db.rederive(mapping);
  }

  /** A query for the records that match. */
  public final RecordQuery<R> where(Condition<? super R> condition) {
    return query().where(condition);
  }

  /** Observes all records; see {@link Query#observe}. */
  public final Subscription observe(Consumer<? super List<R>> listener) {
    return query().observe(listener);
  }

  private Writes<R, K> writes() {
    PlainWrites<R, K> writes = plain;
    if (writes == null) {
      writes = new PlainWrites<>(table.access().supplier(), mapping, table);
      plain = writes;
    }
    Hooks hooks = db.hooks();
    return hooks == null
        ? writes
        : new HookedWrites<>(hooks, db.sessions(mapping), writes, mapping);
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
}
