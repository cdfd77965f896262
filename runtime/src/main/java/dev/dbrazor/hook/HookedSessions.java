package dev.dbrazor.hook;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.pool.Deadline;
import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.OpenFile;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.Work;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sessions that call the hooks of statements, transactions and errors. */
final class HookedSessions implements Sessions {
  private final Hooks hooks;
  private final Sessions sessions;
  private final @Nullable String collection;

  /**
   * @param collection what the statements ask; null when their hooks are not to be called
   */
  HookedSessions(Hooks hooks, Sessions sessions, @Nullable String collection) {
    this.hooks = hooks;
    this.sessions = sessions;
    this.collection = collection;
  }

  @Override
  public <T> T read(Work<T> work) {
    return hooks.reporting(() -> sessions.read(hooked(work)));
  }

  @Override
  public <T> T write(Work<T> work) {
    return hooks.reporting(
        () ->
            hooks.transacts()
                ? hooks.writing(() -> sessions.atomically(hooked(work)))
                : sessions.write(hooked(work)));
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return hooks.reporting(() -> hooks.writing(() -> sessions.atomically(hooked(work))));
  }

  @Override
  public Lease hold() {
    Lease lease = hooks.reporting(sessions::hold);
    return new HookedLease(lease, hooked(lease.session()));
  }

  @Override
  public Sessions within(Duration timeout) {
    return new HookedSessions(hooks, sessions.within(timeout), collection);
  }

  @Override
  public Sessions unguarded() {
    return new HookedSessions(hooks, sessions.unguarded(), collection);
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }

  private <T> Work<T> hooked(Work<T> work) {
    return collection == null ? work : session -> work.on(hooked(session));
  }

  private Session hooked(Session session) {
    return collection == null ? session : new HookedSession(session, hooks, collection);
  }

  /** Its statements call hooks. */
  private record HookedSession(Session session, Hooks hooks, String collection) implements Session {
    @Override
    public DriverStatement prepare(String sql, Deadline deadline) {
      return new HookedStatement(session, deadline, hooks, collection, sql);
    }

    @Override
    public Session unguarded() {
      return new HookedSession(session.unguarded(), hooks, collection);
    }
  }

  /** Keeps the lease reachable, too. */
  private record HookedLease(Lease lease, Session session) implements Lease {
    @Override
    public void close() {
      lease.close();
    }
  }
}
