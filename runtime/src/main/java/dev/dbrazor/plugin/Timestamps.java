package dev.dbrazor.plugin;

import dev.dbrazor.Hook;
import dev.dbrazor.Plugin;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/**
 * Fills in times by functions of your own: by the clock you give, for records without
 * {@code @CreatedAt} and {@code @UpdatedAt}, and for nested ones.
 *
 * <pre>{@code
 * db.use(new Timestamps(Clock.systemUTC())
 *     .onInsert(Task.class, (task, now) -> task.withCreated(now))
 *     .onUpdate(Task.class, (task, now) -> task.withChanged(now)));
 * }</pre>
 */
public final class Timestamps implements Plugin {
  private final Clock clock;
  private final Map<Class<?>, BiFunction<Record, Instant, Record>> inserted =
      new ConcurrentHashMap<>();
  private final Map<Class<?>, BiFunction<Record, Instant, Record>> updated =
      new ConcurrentHashMap<>();

  public Timestamps(Clock clock) {
    this.clock = clock;
  }

  /** What becomes of new records; the time is cut to the microsecond. */
  public <R extends Record> Timestamps onInsert(Class<R> type, BiFunction<R, Instant, R> stamp) {
    inserted.put(type, (record, now) -> stamp.apply(type.cast(record), now));
    return this;
  }

  /** What becomes of changed records, but not of those changed by a condition. */
  public <R extends Record> Timestamps onUpdate(Class<R> type, BiFunction<R, Instant, R> stamp) {
    updated.put(type, (record, now) -> stamp.apply(type.cast(record), now));
    return this;
  }

  @Override
  public String name() {
    return "timestamps";
  }

  @Override
  public Set<Hook> hooks() {
    return Set.of(Hook.INSERT, Hook.UPDATE);
  }

  @Override
  public Record beforeInsert(String collection, Record record) {
    return stamped(inserted, record);
  }

  @Override
  public Record beforeUpdate(String collection, Record record) {
    return stamped(updated, record);
  }

  private Record stamped(Map<Class<?>, BiFunction<Record, Instant, Record>> stamps, Record record) {
    BiFunction<Record, Instant, Record> stamp = stamps.get(record.getClass());
    return stamp == null
        ? record
        : stamp.apply(record, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
