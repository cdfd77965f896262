package dev.dbrazor;

import dev.dbrazor.pool.Deadline;
import dev.dbrazor.pool.PooledSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The threads of a database's asynchronous operations: platform threads, since a native call would
 * pin a virtual one; started when needed and ended when idle, so that a forgotten database keeps
 * none.
 */
final class AsyncTasks {
  private static final int QUEUE = 10_000;
  private static final long IDLE_SECONDS = 10;
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final PooledSessions pool;
  private int threads;

  private boolean shut;

  /** Null until the first task comes. */
  private @Nullable ThreadPoolExecutor executor;

  AsyncTasks(PooledSessions pool, int threads) {
    this.pool = pool;
    this.threads = threads;
  }

  private synchronized ThreadPoolExecutor executor() {
    ThreadPoolExecutor running = executor;
    if (running == null) {
      running =
          new ThreadPoolExecutor(
              threads,
              threads,
              IDLE_SECONDS,
              TimeUnit.SECONDS,
              new LinkedBlockingQueue<>(QUEUE),
              Worker::new);
      running.allowCoreThreadTimeOut(true);
      executor = running;
      if (shut) {
        running.shutdown();
      }
    }
    return running;
  }

  /** The body on a thread of its own, with the deadline of this one. */
  <T extends @Nullable Object> CompletableFuture<T> submit(ThrowingSupplier<T, ?> body) {
    if (pool.inTransaction()) {
      throw new TransactionStateException(
          "An asynchronous operation cannot begin inside a transaction: it would not be part of"
              + " it");
    }
    return start(underSameDeadline(body));
  }

  private <T extends @Nullable Object, X extends Throwable>
      ThrowingSupplier<T, X> underSameDeadline(ThrowingSupplier<T, X> body) {
    Deadline deadline = pool.deadline();
    return deadline == Deadline.NONE ? body : () -> pool.until(deadline, body::get);
  }

  private <T extends @Nullable Object> CompletableFuture<T> start(ThrowingSupplier<T, ?> body) {
    AsyncTask<T> task = new AsyncTask<>(body);
    ThreadPoolExecutor running = executor();
    try {
      running.execute(task);
    } catch (RejectedExecutionException e) {
      throw running.isShutdown()
          ? pool.useAfterClose()
          : new QueueFullException(
              QUEUE + " asynchronous operations wait already, and this one was not accepted");
    }
    return task.future();
  }

  /** From now on so many threads; the pool insists on an order. */
  synchronized void resize(int count) {
    threads = count;
    ThreadPoolExecutor running = executor;
    if (running == null) {
      return;
    }
    if (count > running.getMaximumPoolSize()) {
      running.setMaximumPoolSize(count);
      running.setCorePoolSize(count);
    } else {
      running.setCorePoolSize(count);
      running.setMaximumPoolSize(count);
    }
  }

  /** Takes nothing more; what has not begun fails. */
  void shut() {
    ThreadPoolExecutor running = shutExecutor();
    if (running == null) {
      return;
    }
    running.shutdown();
    List<Runnable> waiting = new ArrayList<>();
    running.getQueue().drainTo(waiting);
    for (Runnable task : waiting) {
      ((AsyncTask<?>) task).refuse(pool.useAfterClose());
    }
  }

  private synchronized @Nullable ThreadPoolExecutor shutExecutor() {
    shut = true;
    return executor;
  }

  /**
   * After {@link #shut}: waits for what runs, then interrupts it and waits a little longer. Called
   * by a task it does not wait, since that would be for itself.
   */
  void stop(long nanos) {
    ThreadPoolExecutor running = shutExecutor();
    if (running == null || Thread.currentThread() instanceof Worker) {
      return;
    }
    try {
      if (!running.awaitTermination(nanos, TimeUnit.NANOSECONDS)) {
        running.shutdownNow();
        running.awaitTermination(GRACE_NANOS, TimeUnit.NANOSECONDS);
      }
    } catch (InterruptedException e) {
      running.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  /** A thread of this class. */
  private static final class Worker extends Thread {
    Worker(Runnable work) {
      super(work, "dbrazor-async");
      setDaemon(true);
    }
  }
}
