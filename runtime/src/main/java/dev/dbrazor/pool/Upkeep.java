package dev.dbrazor.pool;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does what must be done at a time, on one daemon thread that starts with the first of such things
 * and ends when there is nothing left to wait for, or with the pool.
 */
final class Upkeep {
  private static final long IDLE_SECONDS = 1;

  private @Nullable ScheduledThreadPoolExecutor executor;
  private boolean stopped;

  /** Runs the action once, so long from now; a future that is done when the pool is closed. */
  synchronized Future<?> after(long nanos, Runnable action) {
    ScheduledThreadPoolExecutor running = executor;
    if (running == null) {
      running = start();
      executor = running;
    }
    return running.schedule(action, nanos, TimeUnit.NANOSECONDS);
  }

  private ScheduledThreadPoolExecutor start() {
    ScheduledThreadPoolExecutor started =
        new ScheduledThreadPoolExecutor(
            1, Upkeep::thread, new ScheduledThreadPoolExecutor.DiscardPolicy());
    started.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
    started.allowCoreThreadTimeOut(true);
    started.setRemoveOnCancelPolicy(true);
    if (stopped) {
      started.shutdownNow();
    }
    return started;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dbrazor-upkeep");
    thread.setDaemon(true);
    return thread;
  }

  synchronized void stop() {
    stopped = true;
    if (executor != null) {
      executor.shutdownNow();
    }
  }
}
