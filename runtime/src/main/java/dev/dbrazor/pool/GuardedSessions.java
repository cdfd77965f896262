package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;

/** Sessions that refuse statements which read all of a large table; shared by all threads. */
public final class GuardedSessions implements Sessions {
  private final Sessions sessions;
  private final ScanGuard guard;

  /**
   * @param sessions those of the pool itself
   */
  public GuardedSessions(Sessions sessions, ScanGuard guard) {
    this.sessions = sessions;
    this.guard = guard;
  }

  @Override
  public <T> T read(Work<T> work) {
    return sessions.read(session -> work.on(guarded(session)));
  }

  @Override
  public <T> T write(Work<T> work) {
    return sessions.write(session -> work.on(guarded(session)));
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return sessions.atomically(session -> work.on(guarded(session)));
  }

  @Override
  public Lease hold() {
    Lease lease = sessions.hold();
    return new ViewedLease(lease, guarded(lease.session()));
  }

  @Override
  public Sessions within(Duration timeout) {
    return new GuardedSessions(sessions.within(timeout), guard);
  }

  @Override
  public Sessions unguarded() {
    return sessions;
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }

  private Session guarded(Session session) {
    return new GuardedSession(session, guard);
  }

  /** Prepares no statement that the guard refuses. */
  private record GuardedSession(Session unguarded, ScanGuard guard) implements Session {
    @Override
    public DriverStatement prepare(String sql, Deadline deadline) {
      DriverStatement statement = unguarded.prepare(sql, deadline);
      DriverStatement lent = statement instanceof GatedStatement gated ? gated.inner() : statement;
      if (lent instanceof PooledStatement pooled) { // what a pool lends always is
        try {
          guard.check(unguarded, pooled.cached());
        } catch (Throwable e) {
          statement.close();
          throw e;
        }
      }
      return statement;
    }
  }
}
