package dev.dbrazor;

import dev.dbrazor.pool.GuardedSessions;
import dev.dbrazor.pool.ScanGuard;
import dev.dbrazor.pool.Sessions;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Whether statements may read all of a large table; shared by all threads. */
final class ScanRule {
  private final @Nullable ScanGuard guard;
  private final ThreadLocal<@Nullable Boolean> allowed = new ThreadLocal<>();

  ScanRule(OptionalLong limit) {
    guard = limit.isPresent() ? new ScanGuard(limit.getAsLong()) : null;
  }

  /** The same sessions, guarded where there is a limit and this thread may not pass it. */
  Sessions guard(Sessions sessions) {
    ScanGuard current = guard;
    return current == null || allowed.get() != null
        ? sessions
        : new GuardedSessions(sessions, current);
  }

  <T extends @Nullable Object, X extends Throwable> T allow(ThrowingSupplier<T, X> body) throws X {
    boolean before = allowed.get() != null;
    allowed.set(true);
    try {
      return body.get();
    } finally {
      if (!before) {
        allowed.remove();
      }
    }
  }
}
