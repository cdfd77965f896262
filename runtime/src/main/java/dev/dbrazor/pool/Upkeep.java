package dev.dbrazor.pool;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
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

  /** Runs the action once, so long from now, unless the pool is closed before. */
  Future<?> after(long nanos, Runnable action) {
    return executor().schedule(() -> run(action), nanos, TimeUnit.NANOSECONDS);
  }

  /** Runs the action again and again, as long as somebody else keeps it. */
  void every(long nanos, Runnable action) {
    WeakReference<Runnable> kept = new WeakReference<>(action);
    executor().scheduleWithFixedDelay(() -> runKept(kept), nanos, nanos, TimeUnit.NANOSECONDS);
  }

  private static void runKept(WeakReference<Runnable> kept) {
    Runnable action = kept.get();
    if (action == null) {
      throw new CancellationException("The pool is gone");
    }
    run(action);
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (DatabaseClosedException closed) {
      PoolLog.LOG.log(Level.DEBUG, "Upkeep ended with the pool", closed);
    } catch (DbRazorException e) {
      PoolLog.LOG.log(Level.WARNING, "Upkeep failed", e);
    }
  }

  private synchronized ScheduledThreadPoolExecutor executor() {
    ScheduledThreadPoolExecutor running = executor;
    if (running == null) {
      running = start();
      executor = running;
    }
    return running;
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
