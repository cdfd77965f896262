package dev.dbrazor.live;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.Subscription;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One query with its listener. Runs on one thread at a time; what changes meanwhile makes it run
 * once more.
 *
 * @param <T> the results
 */
final class LiveQuery<T> implements Subscription, Runnable {
  private static final Logger LOG = System.getLogger("dev.dbrazor.live");

  /** Whether it runs, and has to run again. */
  private enum State {
    IDLE,
    RUNNING,
    AGAIN,
    CLOSED
  }

  private final LiveQueries queries;
  private final @Nullable String sql;
  private final Supplier<? extends T> read;
  private final Consumer<? super T> listener;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
  private @Nullable T delivered;

  /**
   * @param sql the statement it runs; null when it is not the only one
   */
  LiveQuery(
      LiveQueries queries,
      @Nullable String sql,
      Supplier<? extends T> read,
      Consumer<? super T> listener) {
    this.queries = queries;
    this.sql = sql;
    this.read = read;
    this.listener = listener;
  }

  /** Whether a change of these tables may change the results. */
  boolean reads(Set<String> changed, TableUses uses) {
    Set<String> tables = sql == null ? null : uses.reads(sql);
    return tables == null || changed.stream().anyMatch(tables::contains);
  }

  /** True when it must be run now, by whoever asked. */
  boolean wake() {
    State before =
        state.getAndUpdate(
            current ->
                switch (current) {
                  case IDLE -> State.RUNNING;
                  case RUNNING, AGAIN -> State.AGAIN;
                  case CLOSED -> State.CLOSED;
                });
    return before == State.IDLE;
  }

  @Override
  public void run() {
    do {
      deliver();
    } while (!state.compareAndSet(State.RUNNING, State.IDLE)
        && state.compareAndSet(State.AGAIN, State.RUNNING));
  }

  private void deliver() {
    try {
      T results = read.get();
      if (!results.equals(delivered) && isOpen()) {
        delivered = results;
        listener.accept(results);
      }
    } catch (DatabaseClosedException e) {
      close();
    } catch (LockTimeoutException e) {
      LOG.log(Level.WARNING, "A live query had to wait too long and tries again", e);
      wake();
    } catch (Throwable e) {
      LOG.log(Level.ERROR, "A live query or its listener failed; it goes on", e);
    }
  }

  private boolean isOpen() {
    return state.get() != State.CLOSED;
  }

  @Override
  public void close() {
    state.set(State.CLOSED);
    queries.remove(this);
  }
}
