package dev.dbrazor;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One asynchronous operation and its future. Whoever completes the future first, by cancelling it
 * for example, interrupts the operation; the interrupt never reaches the thread's next task.
 */
final class AsyncTask<T extends @Nullable Object> implements Runnable {
  private final ThrowingSupplier<T, ?> body;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private @Nullable Thread runner;

  AsyncTask(ThrowingSupplier<T, ?> body) {
    this.body = body;
    future.whenComplete((value, error) -> interrupt());
  }

  CompletableFuture<T> future() {
    return future;
  }

  @Override
  public void run() {
    if (!start()) {
      return;
    }
    try {
      T value = body.get();
      end();
      future.complete(value);
    } catch (Throwable e) {
      end();
      future.completeExceptionally(e);
    }
  }

  private synchronized boolean start() {
    if (future.isDone()) {
      return false; // and no runner: whoever completed it may be about to interrupt
    }
    runner = Thread.currentThread();
    return true;
  }

  private synchronized void end() {
    runner = null;
    Thread.interrupted();
  }

  private synchronized void interrupt() {
    Thread running = runner;
    if (running != null) {
      running.interrupt();
    }
  }

  /** For a task that will not run any more. */
  void refuse(DbRazorException reason) {
    future.completeExceptionally(reason);
  }
}
