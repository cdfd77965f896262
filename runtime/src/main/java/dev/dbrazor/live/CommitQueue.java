package dev.dbrazor.live;

import dev.dbrazor.pool.CommitListener;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes commits from the threads that made them to one that works out whom they concern; while
 * there are none it looks for those of other processes. Holds the live queries weakly.
 */
final class CommitQueue implements CommitListener, Runnable {
  private static final long POLL_MILLIS = 50;

  /** Beyond so many texts it is cheaper to ask again than to find out who need not. */
  private static final int MOST = 1_000;

  private final WeakReference<LiveQueries> queries;
  private Set<String> statements = new HashSet<>();
  private boolean anything;
  private boolean stopped;

  private CommitQueue(LiveQueries queries) {
    this.queries = new WeakReference<>(queries);
  }

  static CommitQueue start(LiveQueries queries) {
    CommitQueue queue = new CommitQueue(queries);
    LiveQueries.daemon(queue, "dbrazor-commits").start();
    return queue;
  }

  @Override
  public synchronized void committed(Set<String> texts) {
    statements.addAll(texts);
    anything |= statements.size() > MOST;
    notifyAll();
  }

  @Override
  public synchronized void changed() {
    anything = true;
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  @Override
  public void run() {
    try {
      Commits next = next();
      while (next != null && handle(next)) {
        next = next();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What was committed since the last call; waits a little for it. Null at the end. */
  private synchronized @Nullable Commits next() throws InterruptedException {
    if (!stopped && !anything && statements.isEmpty()) {
      wait(POLL_MILLIS);
    }
    Commits next = new Commits(anything, statements);
    anything = false;
    statements = new HashSet<>();
    return stopped ? null : next;
  }

  /** False when nobody listens any more. */
  private boolean handle(Commits commits) {
    LiveQueries told = queries.get();
    if (told == null) {
      return false;
    }
    if (commits.anything()) {
      told.changed();
    } else if (commits.statements().isEmpty()) {
      told.lookForOthers();
    } else {
      told.committed(commits.statements());
    }
    return true;
  }

  /** What was committed together, as far as listeners can tell. */
  private record Commits(boolean anything, Set<String> statements) {}
}
