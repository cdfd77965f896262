package dev.dbrazor.pool;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what forgotten cursors and transactions hold. Its daemon thread starts with the first
 * of them and ends with the pool; {@code Cleaner} would do, but its thread cannot be stopped.
 */
final class Reaper {
  private final ReferenceQueue<Object> forgotten = new ReferenceQueue<>();
  private final Set<Watch> watched = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;
  private boolean stopped;

  /** Runs the action when the user is collected before the watch has ended. */
  Watch watch(Object user, Runnable abandon) {
    start();
    Watch watch = new Watch(user, abandon);
    watched.add(watch);
    return watch;
  }

  private synchronized void start() {
    if (thread == null && !stopped) {
      Thread started = new Thread(this::reap, "dbrazor-cursors");
      started.setDaemon(true);
      started.start();
      thread = started;
    }
  }

  private void reap() {
    try {
      while (true) {
        Watch watch = (Watch) forgotten.remove();
        watch.end();
        watch.abandon.run();
      }
    } catch (InterruptedException stop) {
      // the pool is closed
    }
  }

  synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** What somebody has not closed yet. */
  final class Watch extends PhantomReference<Object> {
    private final Runnable abandon;

    Watch(Object user, Runnable abandon) {
      super(user, forgotten);
      this.abandon = abandon;
    }

    void end() {
      clear();
      watched.remove(this);
    }
  }
}
