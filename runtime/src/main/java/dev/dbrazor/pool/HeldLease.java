package dev.dbrazor.pool;

import dev.dbrazor.driver.DriverStatement;

/**
 * A cursor's reader outside a transaction. Forgotten without being closed, it is reported and its
 * reader taken back.
 */
final class HeldLease implements Lease, Session {
  private final Hold hold;
  private final Reaper.Watch watch;

  HeldLease(Hold hold, Reaper reaper) {
    this.hold = hold;
    this.watch = reaper.watch(this, hold::abandon);
  }

  @Override
  public Session session() {
    return this;
  }

  @Override
  public DriverStatement prepare(String sql, Deadline deadline) {
    return hold.prepare(sql, deadline);
  }

  @Override
  public void close() {
    watch.end();
    hold.release();
  }
}
