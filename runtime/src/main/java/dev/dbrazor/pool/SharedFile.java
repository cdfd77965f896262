package dev.dbrazor.pool;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.DbRazorException;
import java.lang.System.Logger.Level;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The file of one pool, what is kept in memory beside it, and who is told of its commits. */
final class SharedFile implements OpenFile {
  private final PooledSessions sessions;
  private final PoolState state;
  private final Writer writer;
  private final ThreadLocal<ThreadState> threads;
  private final StateSensor sensor;
  private final ConcurrentMap<String, Companion> companions = new ConcurrentHashMap<>();

  SharedFile(
      PooledSessions sessions,
      PoolState state,
      Writer writer,
      ThreadLocal<ThreadState> threads,
      StateSensor sensor) {
    this.sessions = sessions;
    this.state = state;
    this.writer = writer;
    this.threads = threads;
    this.sensor = sensor;
  }

  // A name belongs to one kind of companion.
  @Override
  @SuppressWarnings("unchecked")
  public <T extends Companion> T companion(String name, Supplier<T> make) {
    return (T) companions.computeIfAbsent(name, unknown -> make.get());
  }

  /** The last moment for companions to store something. */
  void closing() {
    for (Companion companion : companions.values()) {
      try {
        companion.closing(sessions);
      } catch (DbRazorException e) {
        PoolLog.LOG.log(Level.WARNING, "Nothing could be stored while closing", e);
      }
    }
  }

  @Override
  public <T> T read(Work<T> work) {
    return sessions.read(work);
  }

  @Override
  public boolean inTransaction() {
    return sessions.inTransaction();
  }

  @Override
  public boolean seesUncommitted() {
    RunningTransaction transaction = threads.get().transaction;
    return transaction != null && transaction.isOnWriter();
  }

  @Override
  public boolean mayStore() {
    ThreadState thread = threads.get();
    boolean busy = thread.transaction != null || thread.writing != null;
    PoolSettings settings = sessions.settings();
    return !busy && !settings.readOnly() && !settings.temporary();
  }

  @Override
  public void listen(@Nullable CommitListener listener) {
    writer.listen(listener);
  }

  @Override
  public void lookForOthers() {
    if (!sessions.settings().readOnly()) {
      writer.lookForOthers();
    } else if (read(session -> ((PooledConnection) session).changes().changedByOthers())) {
      writer.tellOfChange();
    }
  }

  @Override
  public long stateNumber() {
    if (state.closing()) {
      throw new DatabaseClosedException(state.closed("is closed; open it again"));
    }
    return sensor.version();
  }
}
