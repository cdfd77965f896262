package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;

/** Sessions whose statements are told of when they end. */
public record TracedSessions(Sessions sessions, StatementTrace trace) implements Sessions {
  @Override
  public <T> T read(Work<T> work) {
    return sessions.read(session -> work.on(new TracedSession(session, trace)));
  }

  @Override
  public <T> T write(Work<T> work) {
    return sessions.write(session -> work.on(new TracedSession(session, trace)));
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return sessions.atomically(session -> work.on(new TracedSession(session, trace)));
  }

  @Override
  public Lease hold() {
    Lease lease = sessions.hold();
    return new TracedLease(lease, new TracedSession(lease.session(), trace));
  }

  @Override
  public Sessions within(Duration timeout) {
    return new TracedSessions(sessions.within(timeout), trace);
  }

  @Override
  public Sessions unguarded() {
    return new TracedSessions(sessions.unguarded(), trace);
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }

  /** Its statements are told of. */
  private record TracedSession(Session session, StatementTrace trace) implements Session {
    @Override
    public DriverStatement prepare(String sql, Deadline deadline) {
      return new TracedStatement(session, sql, deadline, trace);
    }

    @Override
    public Session unguarded() {
      return new TracedSession(session.unguarded(), trace);
    }
  }

  /** Keeps the lease reachable, too. */
  private record TracedLease(Lease lease, Session session) implements Lease {
    @Override
    public void close() {
      lease.close();
    }
  }
}
