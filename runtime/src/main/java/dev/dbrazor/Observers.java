package dev.dbrazor;

import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Sessions;
import dev.dbrazor.pool.WaitListener;

/**
 * Who looks on while a database works: listeners, the slow-query log, Flight Recorder, and the
 * guard against scans. Shared by all threads.
 */
final class Observers {
  final Listeners listeners = new Listeners();
  final SlowQueryLog slowQueries;
  final Telemetry telemetry;
  final ScanRule scans;
  private final WaitListener waits;

  Observers(DatabaseConfig config) {
    slowQueries = new SlowQueryLog(listeners, config.slowQueryThreshold().orElse(null));
    telemetry = new Telemetry(listeners, config.path());
    scans = new ScanRule(config.scanLimit());
    waits = telemetry::waited; // the connections hold it weakly
  }

  /** From now on waiting for a connection is told. */
  void follow(PooledSessions sessions) {
    sessions.tellWaits(waits);
  }

  /** The same sessions, seen by those who want to see them now. */
  Sessions watch(PooledSessions sessions) {
    return telemetry.watch(slowQueries.watch(scans.guard(sessions)));
  }

  void close() {
    listeners.close();
  }
}
