package dev.dbrazor.live;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.Subscription;
import dev.dbrazor.pool.Companion;
import dev.dbrazor.pool.OpenFile;
import dev.dbrazor.pool.Sessions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The live queries of one file: all that have it open in this process share them. Without any,
 * there is no thread, and commits tell nobody.
 */
public final class LiveQueries implements Companion {
  private static final long IDLE_SECONDS = 5;

  private final OpenFile file;
  private final Set<LiveQuery<?>> open = ConcurrentHashMap.newKeySet();
  private final TableUses uses;

  /** A query uses one at a time, so there are no more threads than queries. */
  private final ThreadPoolExecutor executor =
      new ThreadPoolExecutor(
          0,
          Integer.MAX_VALUE,
          IDLE_SECONDS,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> daemon(work, "dbrazor-live"),
          new ThreadPoolExecutor.DiscardPolicy()); // after closing

  private @Nullable CommitQueue commits;
  private boolean closed;

  private LiveQueries(OpenFile file) {
    this.file = file;
    this.uses = new TableUses(file);
  }

  public static LiveQueries of(OpenFile file) {
    return file.companion("live queries", () -> new LiveQueries(file));
  }

  static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Begins with the results as they are now.
   *
   * @param sql the statement that {@code read} runs; null when it runs several
   */
  public <T> Subscription observe(
      @Nullable String sql, Supplier<? extends T> read, Consumer<? super T> listener) {
    LiveQuery<T> query = new LiveQuery<>(this, sql, read, listener);
    synchronized (this) {
      if (closed) {
        throw new DatabaseClosedException("The database is closed");
      }
      open.add(query);
      if (commits == null) {
        commits = CommitQueue.start(this);
        file.listen(commits);
      }
    }
    wake(query);
    return query;
  }

  synchronized void remove(LiveQuery<?> query) {
    open.remove(query);
    if (open.isEmpty()) {
      stop();
    }
  }

  private void stop() {
    CommitQueue listening = commits;
    if (listening != null) {
      file.listen(null);
      listening.stop();
      commits = null;
    }
  }

  private void wake(LiveQuery<?> query) {
    if (query.wake()) {
      executor.execute(query);
    }
  }

  /** On the queue's thread. */
  void committed(Set<String> statements) {
    Set<String> tables = uses.changes(statements);
    if (tables == null) {
      changed();
    } else if (!tables.isEmpty()) {
      open.stream().filter(query -> query.reads(tables, uses)).forEach(this::wake);
    }
  }

  void changed() {
    open.forEach(this::wake);
  }

  /** Looks whether another process has committed. */
  void lookForOthers() {
    file.lookForOthers();
  }

  @Override
  public void closing(Sessions sessions) {
    synchronized (this) {
      closed = true;
      stop();
    }
    open.forEach(LiveQuery::close);
    executor.shutdown();
  }
}
