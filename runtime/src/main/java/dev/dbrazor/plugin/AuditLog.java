package dev.dbrazor.plugin;

import dev.dbrazor.Database;
import dev.dbrazor.Hook;
import dev.dbrazor.Plugin;
import java.time.Clock;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes who changed what, with the record before and after, into the table {@code dbrazor_audit},
 * in the same transaction as the change: neither is stored without the other. Changes by a
 * condition are logged row by row, own SQL as its statement. Read it with {@link AuditDao}.
 */
public final class AuditLog implements Plugin {
  private final Supplier<String> actor;
  private final Clock clock;
  private volatile @Nullable AuditDao entries;

  /**
   * @param actor who is at work on the calling thread
   */
  public AuditLog(Supplier<String> actor) {
    this(actor, Clock.systemUTC());
  }

  public AuditLog(Supplier<String> actor, Clock clock) {
    this.actor = actor;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public Set<Hook> hooks() {
    return Set.of(Hook.CHANGE, Hook.QUERY);
  }

  /** A change that cannot be logged is not made. */
  @Override
  public boolean strict() {
    return true;
  }

  @Override
  public void onOpen(Database db) {
    AuditDao.create(db);
    entries = new AuditDao(db);
  }

  @Override
  public void onChange(
      String collection, Object id, @Nullable Record before, @Nullable Record after) {
    add(collection, id.toString(), text(before), text(after));
  }

  @Override
  public void beforeQuery(String collection, String sql) {
    String start = sql.stripLeading().toUpperCase(Locale.ROOT);
    if (!start.startsWith("SELECT")
        && !start.startsWith("EXPLAIN")
        && !start.startsWith("VALUES")
        && !start.startsWith("PRAGMA")) {
      add(collection, "", null, sql);
    }
  }

  private void add(String collection, String id, @Nullable String before, @Nullable String after) {
    AuditDao log = entries;
    if (log != null) {
      log.add(clock.instant(), actor.get(), collection, id, before, after);
    }
  }

  private static @Nullable String text(@Nullable Record record) {
    return record == null ? null : record.toString();
  }
}
