package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;

/** The sessions of a pool for one operation that has a deadline. */
final class TimedSessions implements Sessions {
  private final PooledSessions sessions;
  private final Deadline deadline;

  TimedSessions(PooledSessions sessions, Deadline deadline) {
    this.sessions = sessions;
    this.deadline = deadline;
  }

  @Override
  public <T> T read(Work<T> work) {
    return sessions.read(session -> work.on(timed(session)), deadline);
  }

  @Override
  public <T> T write(Work<T> work) {
    return sessions.write(session -> work.on(timed(session)), deadline);
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return sessions.atomically(session -> work.on(timed(session)), deadline);
  }

  @Override
  public Lease hold() {
    Lease lease = sessions.hold(deadline);
    return new ViewedLease(lease, timed(lease.session()));
  }

  @Override
  public Sessions within(Duration timeout) {
    return sessions.within(timeout);
  }

  private Session timed(Session session) {
    return new TimedSession(session, deadline);
  }

  /** Statements that end by the deadline, unless one of their own is given. */
  private record TimedSession(Session session, Deadline until) implements Session {
    @Override
    public DriverStatement prepare(String sql) {
      return session.prepare(sql, until);
    }

    @Override
    public DriverStatement prepare(String sql, Deadline deadline) {
      return session.prepare(sql, deadline);
    }
  }
}
