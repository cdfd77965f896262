package dev.dbrazor.query;

import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.OpenFile;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Passes on everything, and keeps the text of each statement asked for. */
final class CountingSessions implements Sessions {
  private final Sessions sessions;
  final List<String> statements = new ArrayList<>();

  CountingSessions(Sessions sessions) {
    this.sessions = sessions;
  }

  private <T> Work<T> counted(Work<T> work) {
    return session -> work.on(counting(session));
  }

  private Session counting(Session session) {
    return (sql, deadline) -> {
      statements.add(sql);
      return session.prepare(sql, deadline);
    };
  }

  @Override
  public <T> T read(Work<T> work) {
    return sessions.read(counted(work));
  }

  @Override
  public <T> T write(Work<T> work) {
    return sessions.write(counted(work));
  }

  @Override
  public Sessions within(Duration timeout) {
    return sessions.within(timeout);
  }

  @Override
  public <T> T atomically(Work<T> work) {
    return sessions.atomically(counted(work));
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }

  @Override
  public Lease hold() {
    Lease lease = sessions.hold();
    Session session = counting(lease.session());
    return new Lease() {
      @Override
      public Session session() {
        return session;
      }

      @Override
      public void close() {
        lease.close();
      }
    };
  }
}
