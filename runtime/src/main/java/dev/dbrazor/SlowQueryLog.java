package dev.dbrazor;

import dev.dbrazor.pool.MeasuredSessions;
import dev.dbrazor.pool.Sessions;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Finds slow statements while there is a threshold, and reports them; shared by all threads. */
final class SlowQueryLog {
  private final Listeners listeners;
  private final ThreadLocal<@Nullable Boolean> reporting = new ThreadLocal<>();
  private volatile @Nullable Duration threshold;

  SlowQueryLog(Listeners listeners, @Nullable Duration threshold) {
    this.listeners = listeners;
    this.threshold = threshold;
  }

  void threshold(@Nullable Duration wanted) {
    if (wanted != null && wanted.isNegative()) {
      throw new InvalidArgumentException("The threshold is negative: " + wanted);
    }
    threshold = wanted;
  }

  @Nullable Duration threshold() {
    return threshold;
  }

  /** The same sessions, measured while there is a threshold. */
  Sessions watch(Sessions sessions) {
    Duration current = threshold;
    return current == null ? sessions : new MeasuredSessions(sessions, current, this::report);
  }

  private void report(SlowQuery query) {
    if (reporting.get() != null) {
      return;
    }
    reporting.set(true);
    try {
      System.getLogger("dev.dbrazor.slow").log(Level.WARNING, () -> text(query));
      listeners.tell(listener -> listener.slowQuery(query));
    } finally {
      reporting.remove();
    }
  }

  private static String text(SlowQuery query) {
    return "Slow query, "
        + query.elapsed().toMillis()
        + " ms, "
        + query.rows()
        + " rows: "
        + query.sql()
        + "\n"
        + query.plan();
  }
}
