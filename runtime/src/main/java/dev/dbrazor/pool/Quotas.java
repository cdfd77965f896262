package dev.dbrazor.pool;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.LockTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many threads may work for a named caller at a time. */
final class Quotas {
  private final Map<String, Permits> quotas = new TreeMap<>();
  private final Duration timeout;

  Quotas(PoolSettings settings, PoolState pool) {
    for (Map.Entry<String, Integer> quota : settings.lending().quotas().entrySet()) {
      quotas.put(quota.getKey(), new Permits(quota.getValue(), pool));
    }
    timeout = settings.lockTimeout();
  }

  /** The body in the caller's name; a thread inside another body of that caller has its place. */
  <T extends @Nullable Object, X extends Throwable> T run(
      ThreadState thread, String caller, TransactionBody<T, X> body) throws X {
    if (caller.equals(thread.caller)) {
      return body.run();
    }
    Permits quota = quotas.get(caller);
    if (quota == null) {
      throw new InvalidArgumentException(
          "No quota is set for a caller '" + caller + "'; set are: " + quotas.keySet());
    }
    take(caller, quota, thread.deadline);
    String before = thread.caller;
    thread.caller = caller;
    try {
      return body.run();
    } finally {
      thread.caller = before;
      quota.release();
    }
  }

  private void take(String caller, Permits quota, Deadline deadline) {
    if (quota.tryAcquire() || quota.acquire(deadline.atMost(timeout.toNanos()))) {
      return;
    }
    String full = "The quota of caller '" + caller + "' was not free";
    throw deadline.passed()
        ? deadline.error(full, null, null)
        : new LockTimeoutException(
            full
                + " within "
                + timeout.toMillis()
                + " ms: "
                + quota.inUse()
                + " threads work for it");
  }

  void shut() {
    for (Permits permits : quotas.values()) {
      permits.shut();
    }
  }
}
