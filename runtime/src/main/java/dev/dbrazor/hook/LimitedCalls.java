package dev.dbrazor.hook;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.PluginTimeoutException;
import dev.dbrazor.pool.PooledSessions;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs the hooks that have a time limit, on threads of the database: daemons, started when needed,
 * ended when idle, and never more than so many, even when all of them hang.
 */
public final class LimitedCalls {
  private static final int THREADS = 16;
  private static final long IDLE_SECONDS = 10;

  private final PooledSessions pool;
  private final Semaphore free = new Semaphore(THREADS, true);
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          THREADS,
          THREADS,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(), // short: a call needs a permit
          LimitedCalls::thread);

  public LimitedCalls(PooledSessions pool) {
    this.pool = pool;
    executor.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "dbrazor-plugin");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Waits for the call, at most so long; then it is interrupted, and what it gives is ignored.
   *
   * @throws PluginTimeoutException when it has not returned by then, or no thread was free for it
   */
  <T> T call(String what, Duration limit, Callable<T> call) throws Exception {
    long end = System.nanoTime() + limit.toNanos();
    try {
      if (!free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new PluginTimeoutException(
            "No thread was free for "
                + what
                + " within "
                + limit.toMillis()
                + " ms: all "
                + THREADS
                + " are in other hooks");
      }
      Lent lent = lent();
      return result(new FutureTask<>(() -> lent.run(call)), lent, what, limit, end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OperationInterruptedException("The thread was interrupted in " + what);
    }
  }

  /** A doomed transaction cannot be lent. */
  private Lent lent() {
    try {
      return Lent.of(pool);
    } catch (Throwable e) {
      free.release();
      throw e;
    }
  }

  private void start(Runnable task) {
    try {
      executor.execute(() -> release(task));
    } catch (RejectedExecutionException e) {
      free.release();
      throw pool.useAfterClose();
    }
  }

  private void release(Runnable task) {
    try {
      task.run();
    } finally {
      free.release();
    }
  }

  private <T> T result(FutureTask<T> task, Lent lent, String what, Duration limit, long end)
      throws Exception {
    try (lent) {
      start(task);
      return task.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new PluginTimeoutException(what + " did not return within " + limit.toMillis() + " ms");
    } catch (ExecutionException e) {
      throw thrown(e.getCause(), what);
    } finally {
      task.cancel(true);
    }
  }

  private Exception thrown(Throwable cause, String what) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof InterruptedException) { // of the hook's thread, not of its caller's
      return executor.isShutdown()
          ? pool.useAfterClose()
          : new OperationInterruptedException(
              ErrorDetails.of(ErrorCode.INTERRUPTED, what + " was interrupted"), cause);
    }
    return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
  }

  /** Takes no more calls; what runs is interrupted. */
  public void stop() {
    executor.shutdownNow();
  }
}
