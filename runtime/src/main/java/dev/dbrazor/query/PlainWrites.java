package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Changes without hooks: each call is one statement, or a few in a transaction. */
final class PlainWrites<R extends Record, K> implements Writes<R, K> {
  private final Supplier<Sessions> sessions;
  private final Mapping<R, K> mapping;
  private final Table<R> table;
  private final StampSource stamps;
  private final RowWrites<R, K> rows;
  private final BulkWrites<R, K> bulk;

  PlainWrites(Supplier<Sessions> sessions, Mapping<R, K> mapping, Table<R> table) {
    this.sessions = sessions;
    this.mapping = mapping;
    this.table = table;
    this.stamps = table.access().stamps();
    this.rows = new RowWrites<>(mapping, table.names(), stamps);
    this.bulk = new BulkWrites<>(sessions, mapping, table.names());
  }

  @Override
  public R insert(R record) {
    R stored = mapping.inserted(record, stamps.now());
    return describing(stored, () -> sessions.get().write(session -> rows.insert(session, stored)));
  }

  @Override
  public List<R> insertAll(List<R> given) {
    return sessions.get().atomically(session -> insertAll(session, given));
  }

  private List<R> insertAll(Session session, List<R> given) {
    if (!mapping.insertReturns()) {
      return rows.insertAll(session, given, counting(session, given), this::describing);
    }
    BulkWrites.Operation<R> operation =
        new BulkWrites.Operation<>(
            mapping.statements().insert(),
            mapping.statements().row(),
            true,
            (writer, index, row) -> describing(index, row, () -> rows.insert(writer, row)));
    return bulk.store(session, inserted(session, given), operation);
  }

  @Override
  public Optional<R> insertOrIgnore(R record) {
    R stored = mapping.inserted(record, stamps.now());
    return describing(
        stored,
        () ->
            sessions
                .get()
                .write(session -> Optional.ofNullable(rows.insertOrIgnore(session, stored))));
  }

  @Override
  public R update(R record) {
    R updated = mapping.updated(record, stamps.now());
    return describing(
        updated, () -> sessions.get().write(session -> rows.update(session, record, updated)));
  }

  @Override
  public R update(K id, Assignments<R> assignments) {
    try {
      return sessions.get().write(session -> rows.update(session, id, assignments));
    } catch (ForeignKeyException e) {
      throw rows.broken(sessions.get(), id, assignments, e);
    } catch (DbRazorException e) {
      throw RowErrors.describe(e, mapping, RowErrors.NO_INDEX, id);
    }
  }

  /** Stores a whole record as it is, its version included, which is one more than the row's. */
  R replace(R record) {
    return describing(
        record,
        () ->
            sessions
                .get()
                .atomically(
                    session -> {
                      rows.update(session, record, record);
                      return rows.required(rows.byId(session, mapping.id(record)));
                    }));
  }

  @Override
  public List<R> updateAll(List<R> given) {
    Stamp stamp = stamps.now();
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
                describing(index, row, () -> rows.update(session, given.get(index), row)));
    return sessions.get().atomically(session -> bulk.store(session, updated, operation));
  }

  @Override
  public R upsert(R record) {
    R stored = mapping.inserted(record, stamps.now());
    return describing(stored, () -> sessions.get().write(session -> rows.upsert(session, stored)));
  }

  @Override
  public R upsert(String sql, R record) {
    R stored = mapping.inserted(record, stamps.now());
    return describing(
        stored, () -> sessions.get().write(session -> rows.returned(session, sql, stored)));
  }

  @Override
  public List<R> upsertAll(List<R> given) {
    BulkWrites.Operation<R> operation =
        new BulkWrites.Operation<>(
            mapping.statements().upsert(),
            mapping.statements().row(),
            RowWrites.upsertReturns(mapping),
            (session, index, row) -> describing(index, row, () -> rows.upsert(session, row)));
    return sessions
        .get()
        .atomically(session -> bulk.store(session, inserted(session, given), operation));
  }

  /** The row an upsert would change; null when it would add one. */
  @Nullable R replacedBy(String upsert, R record) {
    R stored = mapping.inserted(record, stamps.now());
    return orNull(session -> rows.replacedBy(session, upsert, stored));
  }

  @Nullable R byId(K id) {
    return orNull(session -> rows.byId(session, id));
  }

  private @Nullable R orNull(Function<Session, @Nullable R> find) {
    return sessions.get().read(session -> Optional.ofNullable(find.apply(session))).orElse(null);
  }

  @Override
  public boolean deleteById(K id) {
    try {
      return sessions.get().write(session -> delete(session, id)) > 0;
    } catch (ForeignKeyException e) {
      throw sessions
          .get()
          .unguarded()
          .read(session -> BrokenReference.toRow(session, mapping, id, e));
    } catch (DbRazorException e) {
      throw RowErrors.describe(e, mapping, RowErrors.NO_INDEX, id);
    }
  }

  private long delete(Session session, K id) {
    try (DriverStatement statement = session.prepare(mapping.statements().deleteById())) {
      mapping.bindId(id, new Binder(statement, 0, List.of()));
      statement.step();
      return statement.changes();
    }
  }

  @Override
  public long deleteAllById(List<K> ids) {
    return table.change(IdList.of(mapping.statements().deleteAllById(), mapping, ids));
  }

  private List<R> inserted(Session session, List<R> given) {
    Stamp stamp = counting(session, given);
    List<R> inserted = new ArrayList<>(given.size());
    for (R record : given) {
      inserted.add(mapping.inserted(record, stamp));
    }
    return inserted;
  }

  private Stamp counting(Session session, List<R> given) {
    return stamps.countingFrom(() -> highestKey(session, given));
  }

  /** Keys are counted on from the highest there is, in the table or among the given ones. */
  private long highestKey(Session session, List<R> given) {
    String sql = mapping.statements().highestKey();
    if (sql == null) {
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

  private <T> T describing(R row, Supplier<T> change) {
    return describing(RowErrors.NO_INDEX, row, change);
  }

  private <T> T describing(int index, R row, Supplier<T> change) {
    try {
      return rows.describing(index, row, change);
    } catch (ForeignKeyException e) {
      throw sessions
          .get()
          .unguarded()
          .read(session -> BrokenReference.ofRow(session, mapping, row, e));
    }
  }
}
