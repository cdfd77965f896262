package dev.dbrazor.pool;

import java.lang.System.Logger.Level;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ends the uses of files whose owners were collected without having ended them, on one daemon
 * thread for all files of the process, which runs as long as one is open.
 */
final class Forgotten implements Runnable {
  private final ReferenceQueue<Object> queue = new ReferenceQueue<>();
  private final Map<?, ?> files;
  private @Nullable Thread thread;

  /**
   * @param files those that are open; its lock is held by those who change it, and who call {@link
   *     #watch} and {@link #look}
   */
  Forgotten(Map<?, ?> files) {
    this.files = files;
  }

  /** Starts the thread unless it runs. */
  void watch() {
    if (thread == null) {
      Thread started = new Thread(this, "dbrazor-forgotten");
      started.setDaemon(true);
      started.setContextClassLoader(Forgotten.class.getClassLoader());
      started.start();
      thread = started;
    }
  }

  /** Makes the thread look whether it is needed. */
  void look() {
    new Word(queue).enqueue();
  }

  @Override
  public void run() {
    while (true) {
      try {
        Reference<?> next = queue.remove();
        if (next instanceof Claim claim) {
          end(claim);
        } else if (mayEnd()) {
          return;
        }
      } catch (InterruptedException e) {
        PoolLog.LOG.log(Level.DEBUG, "Nobody interrupts this thread", e);
      }
    }
  }

  private boolean mayEnd() {
    synchronized (files) {
      if (files.isEmpty()) {
        thread = null;
      }
      return thread == null;
    }
  }

  private static void end(Claim claim) {
    try {
      PoolLog.LOG.log(Level.WARNING, "A database was never closed; it is closed now", claim.opener);
      claim.release();
    } catch (RuntimeException e) {
      PoolLog.LOG.log(Level.WARNING, "A forgotten database could not be closed", e);
    }
  }

  /** What an owner has of a file, and where it was opened. */
  abstract static class Claim extends PhantomReference<Object> {
    final Throwable opener;

    Claim(Forgotten forgotten, Object owner, Object file) {
      super(owner, forgotten.queue);
      opener =
          new Throwable(
              file + " was opened here by thread '" + Thread.currentThread().getName() + "'");
    }

    abstract void release();
  }

  /** Means nothing but that there is something to look at. */
  private static final class Word extends PhantomReference<Object> {
    Word(ReferenceQueue<Object> queue) {
      super(new Object(), queue);
    }
  }
}
