package dev.dbrazor.pool;

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
    return sessions.read(work, deadline);
  }

  @Override
  public <T> T write(Work<T> work) {
    return sessions.write(work, deadline);
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return sessions.atomically(work, deadline);
  }

  @Override
  public Lease hold() {
    return sessions.hold(deadline);
  }

  @Override
  public Sessions within(Duration timeout) {
    return sessions.within(timeout);
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }
}
