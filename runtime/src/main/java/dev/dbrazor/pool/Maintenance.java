package dev.dbrazor.pool;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Work on an open file as a whole, beside its users; none of it inside a transaction. */
public final class Maintenance {
  private final PooledSessions sessions;
  private final Connections connections;
  private final Permits extraPermits;

  Maintenance(PooledSessions sessions, Connections connections, Permits extraPermits) {
    this.sessions = sessions;
    this.connections = connections;
    this.extraPermits = extraPermits;
  }

  /** As {@link #backupTo(Path, BackupListener)}, telling nobody how far it is. */
  public void backupTo(Path file) {
    backupTo(file, (written, expected) -> {});
  }

  /**
   * Copies the database as it is now into a new file, on a connection of its own: reading and
   * writing go on.
   */
  public void backupTo(Path file, BackupListener progress) {
    sessions.requireNoTransaction("A backup");
    Backup backup = Backup.to(file);
    // Another connection stays open, so that closing the backup's own one leaves the log alone.
    sessions.read(session -> session);
    backup.run(connections, extraPermits, sessions.settings().lockTimeout(), progress);
  }

  /** Moves the log into the file; see {@link Checkpoint}. */
  public void checkpoint() {
    onWriter("A checkpoint", Checkpoint::run);
  }

  /** Brings the planner's statistics up, where tables have changed much. */
  public void optimize() {
    onWriter("Optimizing", LogWatch::optimize);
  }

  private void onWriter(String operation, Consumer<Session> work) {
    sessions.requireNoTransaction(operation);
    sessions.write(
        session -> {
          work.accept(session);
          return session;
        });
  }
}
