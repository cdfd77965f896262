package dev.dbrazor.pool;

import dev.dbrazor.SlowQuery;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Sessions whose statements are measured; slow ones are reported when the connection has been given
 * back. Shared by all threads.
 */
public final class MeasuredSessions implements Sessions {
  private final Sessions sessions;
  private final Duration threshold;
  private final Consumer<SlowQuery> report;

  /**
   * @param threshold statements that take as long, or longer, are slow
   */
  public MeasuredSessions(Sessions sessions, Duration threshold, Consumer<SlowQuery> report) {
    this.sessions = sessions;
    this.threshold = threshold;
    this.report = report;
  }

  @Override
  public <T> T read(Work<T> work) {
    return measured(work, sessions::read);
  }

  @Override
  public <T> T write(Work<T> work) {
    return measured(work, sessions::write);
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return measured(work, sessions::atomically);
  }

  private <T> T measured(Work<T> work, Function<Work<T>, T> run) {
    SlowStatements slow = new SlowStatements(threshold.toNanos());
    try {
      return run.apply(session -> work.on(slow.measuring(session)));
    } finally {
      slow.report(report);
    }
  }

  @Override
  public Lease hold() {
    Lease lease = sessions.hold();
    SlowStatements slow = new SlowStatements(threshold.toNanos());
    return new MeasuredLease(lease, slow, slow.measuring(lease.session()), report);
  }

  @Override
  public Sessions within(Duration timeout) {
    return new MeasuredSessions(sessions.within(timeout), threshold, report);
  }

  @Override
  public Sessions unguarded() {
    return new MeasuredSessions(sessions.unguarded(), threshold, report);
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }

  /** Keeps the lease reachable, too. */
  private record MeasuredLease(
      Lease lease, SlowStatements slow, Session session, Consumer<SlowQuery> report)
      implements Lease {
    @Override
    public void close() {
      try {
        lease.close();
      } finally {
        slow.report(report);
      }
    }
  }
}
