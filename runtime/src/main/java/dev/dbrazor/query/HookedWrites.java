package dev.dbrazor.query;

import dev.dbrazor.Hook;
import dev.dbrazor.PluginException;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.pool.Sessions;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

  private R beforeInsert(R record) {
    return hooks.beforeInsert(collection, record);
  }

  private R afterInsert(R stored) {
    hooks.afterInsert(collection, stored);
    hooks.changed(collection, mapping.id(stored), null, stored);
    return stored;
  }

  /** What hooks want to be stored over a row must be for that row. */
  private R beforeUpdate(R record) {
    R wanted = hooks.beforeUpdate(collection, record);
    if (wanted != record && !Objects.equals(mapping.id(wanted), mapping.id(record))) {
      throw new PluginException(
          "A plugin returned from beforeUpdate a record with the id "
              + mapping.id(wanted)
              + " instead of "
              + mapping.id(record));
    }
    return wanted;
  }

  private R afterUpdate(@Nullable R before, R stored) {
    hooks.afterUpdate(collection, stored);
    hooks.changed(collection, mapping.id(stored), before, stored);
    return stored;
  }

  /** The row as it is, where a hook wants to know. */
  private @Nullable R present(K id) {
    return hooks.has(Hook.CHANGE) ? plain.byId(id) : null;
  }

  @Override
  public R insert(R record) {
    return change(() -> afterInsert(plain.insert(beforeInsert(record))));
  }

  @Override
  public List<R> insertAll(List<R> records) {
    return change(
        () -> {
          List<R> stored = plain.insertAll(records.stream().map(this::beforeInsert).toList());
          stored.forEach(this::afterInsert);
          return stored;
        });
  }

  @Override
  public Optional<R> insertOrIgnore(R record) {
    return change(() -> plain.insertOrIgnore(beforeInsert(record)).map(this::afterInsert));
  }

  @Override
  public R update(R record) {
    return change(
        () -> {
          R given = beforeUpdate(record);
          R before = present(mapping.id(given));
          return afterUpdate(before, plain.update(given));
        });
  }

  @Override
  public R update(K id, Assignments<R> assignments) {
    return change(
        () -> {
          R before = present(id);
          return afterUpdate(before, replaceable(id, assignments));
        });
  }

  /** What the assignments make of the row is shown to the hooks; what they want is stored. */
  private R replaceable(K id, Assignments<R> assignments) {
    if (!hooks.has(Hook.UPDATE)) {
      return plain.update(id, assignments);
    }
    try {
      return sessions.atomically(
          session -> {
            R updated = plain.update(id, assignments);
            R wanted = beforeUpdate(updated);
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
          List<R> given = records.stream().map(this::beforeUpdate).toList();
          List<@Nullable R> before = new ArrayList<>(given.size());
          given.forEach(record -> before.add(present(mapping.id(record))));
          List<R> stored = plain.updateAll(given);
          for (int i = 0; i < stored.size(); i++) {
            afterUpdate(before.get(i), stored.get(i));
          }
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
    R before = plain.replacedBy(sql, record);
    return before == null
        ? afterInsert(upsert.apply(beforeInsert(record)))
        : afterUpdate(before, upsert.apply(beforeUpdate(record)));
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
    R before = present(id);
    boolean gone = plain.deleteById(id);
    if (gone) {
      hooks.afterDelete(collection, id);
      hooks.changed(collection, id, before, null);
    }
    return gone;
  }

  /** One by one, to know which were there. */
  @Override
  public long deleteAllById(List<K> ids) {
    return hooks.has(Hook.DELETE) || hooks.has(Hook.CHANGE)
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
