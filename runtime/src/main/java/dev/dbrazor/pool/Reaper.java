package dev.dbrazor.pool;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Takes the readers of forgotten cursors back. Its daemon thread starts with the first cursor and
 * ends with the pool; {@code Cleaner} would do, but its thread cannot be stopped.
 */
final class Reaper {
  private final ReferenceQueue<Lease> forgotten = new ReferenceQueue<>();
  private final Set<Watch> watched = ConcurrentHashMap.newKeySet();
  private @Nullable Thread thread;
  private boolean stopped;

  /** Releases the hold when the lease is collected without having been closed. */
  Watch watch(Lease lease, Hold hold) {
    start();
    Watch watch = new Watch(lease, hold);
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
        watch.hold.abandon();
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

  /** A lease in use. */
  final class Watch extends PhantomReference<Lease> {
    private final Hold hold;

    Watch(Lease lease, Hold hold) {
      super(lease, forgotten);
      this.hold = hold;
    }

    void end() {
      clear();
      watched.remove(this);
    }
  }
}
