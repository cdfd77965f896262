package dev.dbrazor;

import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.StatementTrace;
import dev.dbrazor.pool.TracedSessions;
import dev.dbrazor.pool.TransactionBody;
import dev.dbrazor.pool.WaitListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells the listeners of statements and transactions while there are any; shared by all threads.
 */
final class Telemetry implements WaitListener, StatementTrace, Consumer<MigrationEvent> {
  private final Listeners listeners;
  private final Path file;

  /** Made for the first statement that is told of; it does no harm when two threads make one. */
  private @Nullable StatementSummaries summaries;

  Telemetry(Listeners listeners, Path file) {
    this.listeners = listeners;
    this.file = file;
  }

  /**
   * @param summary of the statements; null when it is to be worked out, once for each text
   */
  Sessions watch(Sessions sessions, @Nullable String summary) {
    return listeners.isEmpty() ? sessions : new TracedSessions(sessions, trace(summary));
  }

  private StatementTrace trace(@Nullable String summary) {
    return summary == null
        ? this
        : (sql, nanos, rows, error) -> ended(sql, summary, nanos, rows, error);
  }

  @Override
  public void ended(String sql, long nanos, long rows, @Nullable DbRazorException error) {
    StatementSummaries known = summaries;
    if (known == null) {
      known = new StatementSummaries();
      summaries = known;
    }
    ended(sql, known.of(sql), nanos, rows, error);
  }

  private void ended(
      String sql, String summary, long nanos, long rows, @Nullable DbRazorException error) {
    StatementEvent event =
        new StatementEvent(file, sql, summary, nanos, rows, Optional.ofNullable(error));
    listeners.tell(listener -> listener.statement(event));
  }

  /** An outermost transaction; {@code body} begins and ends it. */
  <T extends @Nullable Object, X extends Throwable> T transaction(TransactionBody<T, X> body)
      throws X {
    if (listeners.isEmpty()) {
      return body.run();
    }
    long start = System.nanoTime();
    Throwable error = null;
    try {
      return body.run();
    } catch (Throwable e) {
      error = e;
      throw e;
    } finally {
      TransactionEvent event =
          new TransactionEvent(
              Duration.ofNanos(System.nanoTime() - start), Optional.ofNullable(error));
      listeners.tell(listener -> listener.transaction(event));
    }
  }

  /** Whether nobody listens. */
  boolean isIdle() {
    return listeners.isEmpty();
  }

  @Override
  public void waited(boolean writing, long nanos, boolean acquired) {
    if (!listeners.isEmpty()) {
      ConnectionWait wait = new ConnectionWait(writing, Duration.ofNanos(nanos), acquired);
      listeners.tell(listener -> listener.connectionWait(wait));
    }
  }

  /** A migration has ended. */
  @Override
  public void accept(MigrationEvent event) {
    listeners.tell(listener -> listener.migration(event));
  }

  void checkpoint(Runnable checkpoint) {
    long start = System.nanoTime();
    checkpoint.run();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
    listeners.tell(listener -> listener.checkpoint(elapsed));
  }
}
