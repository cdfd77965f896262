package dev.dbrazor;

import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Who looks on while a database works: listeners, the slow-query log, Flight Recorder, and the
 * guard against scans. Shared by all threads.
 */
final class Observers {
  final Listeners listeners = new Listeners();
  final SlowQueryLog slowQueries;
  final Telemetry telemetry;
  final ScanRule scans;

  Observers(DatabaseConfig config) {
    slowQueries = new SlowQueryLog(listeners, config.slowQueryThreshold().orElse(null));
    telemetry = new Telemetry(listeners, config.path());
    scans = new ScanRule(config.scanLimit());
  }

  /** From now on waiting for a connection is told. */
  void follow(PooledSessions sessions) {
    sessions.tellWaits(telemetry);
  }

  /**
   * The same sessions, seen by those who want to see them now.
   *
   * @param summary of the statements; null when it is to be worked out for each text
   */
  Sessions watch(PooledSessions sessions, @Nullable String summary) {
    return telemetry.watch(slowQueries.watch(scans.guard(sessions)), summary);
  }

  void close() {
    listeners.close();
  }
}
