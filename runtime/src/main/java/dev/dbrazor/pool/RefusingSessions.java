package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Sessions that only read, as long as something stands in the way of writing.
 *
 * @param reason gives what every write throws
 */
public record RefusingSessions(Sessions sessions, Supplier<? extends DbRazorException> reason)
    implements Sessions {
  @Override
  public <T> T read(Work<T> work) {
    return sessions.read(work);
  }

  @Override
  public <T> T write(Work<T> work) {
    throw reason.get();
  }

  @Override
  public <T> T atomically(Work<T> work) {
    throw reason.get();
  }

  @Override
  public Lease hold() {
    return sessions.hold();
  }

  @Override
  public Sessions within(Duration timeout) {
    return new RefusingSessions(sessions.within(timeout), reason);
  }

  @Override
  public Sessions unguarded() {
    return new RefusingSessions(sessions.unguarded(), reason);
  }

  @Override
  public OpenFile file() {
    return sessions.file();
  }
}
