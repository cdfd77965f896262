package dev.dbrazor.query;

import dev.dbrazor.Hook;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.pool.Sessions;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Changes with the hooks of plugins around them, each call all or nothing. */
final class HookedWrites<R extends Record, K> implements Writes<R, K> {
  private final Hooks hooks;
  private final Sessions sessions;
  private final PlainWrites<R, K> plain;
  private final Mapping<R, K> mapping;
  private final String collection;

  HookedWrites(Hooks hooks, Sessions sessions, PlainWrites<R, K> plain, Mapping<R, K> mapping) {
    this.hooks = hooks;
    this.sessions = sessions;
    this.plain = plain;
    this.mapping = mapping;
    this.collection = mapping.collection();
  }

  private <T> T change(Supplier<T> body) {
    return hooks.change(sessions, body);
  }

  @Override
  public R insert(R record) {
    return change(
        () -> {
          R stored = plain.insert(hooks.beforeInsert(collection, record));
          hooks.afterInsert(collection, stored);
          return stored;
        });
  }

  @Override
  public List<R> insertAll(List<R> records) {
    return change(
        () -> {
          List<R> given = new ArrayList<>(records.size());
          records.forEach(record -> given.add(hooks.beforeInsert(collection, record)));
          List<R> stored = plain.insertAll(given);
          stored.forEach(record -> hooks.afterInsert(collection, record));
          return stored;
        });
  }

  @Override
  public Optional<R> insertOrIgnore(R record) {
    return change(
        () -> {
          Optional<R> stored = plain.insertOrIgnore(hooks.beforeInsert(collection, record));
          stored.ifPresent(inserted -> hooks.afterInsert(collection, inserted));
          return stored;
        });
  }

  @Override
  public R update(R record) {
    return change(
        () -> {
          R stored = plain.update(hooks.beforeUpdate(collection, record));
          hooks.afterUpdate(collection, stored);
          return stored;
        });
  }

  @Override
  public R update(K id, Assignments<R> assignments) {
    return change(
        () -> {
          R stored =
              hooks.has(Hook.UPDATE) ? replaceable(id, assignments) : plain.update(id, assignments);
          hooks.afterUpdate(collection, stored);
          return stored;
        });
  }

  /** What the assignments make of the row is shown to the hooks; what they want is stored. */
  private R replaceable(K id, Assignments<R> assignments) {
    try {
      return sessions.atomically(
          session -> {
            R updated = plain.update(id, assignments);
            R wanted = hooks.beforeUpdate(collection, updated);
            if (wanted != updated) {
              throw new Replaced(wanted);
            }
            return updated;
          });
    } catch (Replaced e) {
      @SuppressWarnings("unchecked") // thrown above
      R wanted = (R) e.wanted;
      return plain.replace(wanted);
    }
  }

  @Override
  public List<R> updateAll(List<R> records) {
    return change(
        () -> {
          List<R> given = new ArrayList<>(records.size());
          records.forEach(record -> given.add(hooks.beforeUpdate(collection, record)));
          List<R> stored = plain.updateAll(given);
          stored.forEach(record -> hooks.afterUpdate(collection, record));
          return stored;
        });
  }

  @Override
  public R upsert(R record) {
    return change(() -> upserted(record));
  }

  private R upserted(R record) {
    return upserted(mapping.statements().upsert(), record, plain::upsert);
  }

  @Override
  public R upsert(String sql, R record) {
    return change(() -> upserted(sql, record, given -> plain.upsert(sql, given)));
  }

  private R upserted(String sql, R record, UnaryOperator<R> upsert) {
    if (plain.isThere(sql, record)) {
      R stored = upsert.apply(hooks.beforeUpdate(collection, record));
      hooks.afterUpdate(collection, stored);
      return stored;
    }
    R stored = upsert.apply(hooks.beforeInsert(collection, record));
    hooks.afterInsert(collection, stored);
    return stored;
  }

  /** One by one, since a record may be stored over one before it. */
  @Override
  public List<R> upsertAll(List<R> records) {
    return change(() -> records.stream().map(this::upserted).toList());
  }

  @Override
  public boolean deleteById(K id) {
    return change(() -> deleted(id));
  }

  private boolean deleted(K id) {
    hooks.beforeDelete(collection, id);
    boolean gone = plain.deleteById(id);
    if (gone) {
      hooks.afterDelete(collection, id);
    }
    return gone;
  }

  /** One by one, to know which were there. */
  @Override
  public long deleteAllById(List<K> ids) {
    return hooks.has(Hook.DELETE)
        ? change(() -> ids.stream().distinct().filter(this::deleted).count())
        : change(() -> plain.deleteAllById(ids));
  }

  /** A hook wants another record; undoes what was stored. */
  private static final class Replaced extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    final transient Record wanted;

    Replaced(Record wanted) {
      super("a hook replaced the record", null, false, false);
      this.wanted = wanted;
    }
  }
}
