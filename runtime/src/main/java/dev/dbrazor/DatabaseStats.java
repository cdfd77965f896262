package dev.dbrazor;

import dev.dbrazor.pool.ConnectionTotals;
import dev.dbrazor.pool.PoolReport;

/**
 * What the connections to a database are doing and have done. The numbers are read one after the
 * other while work goes on, so they may differ by what happened meanwhile; totals are of the time
 * since the file was opened, by all databases of this process that share it.
 *
 * @param open connections open now
 * @param idle those of them nobody uses
 * @param active those in use: the writer, readers, those of cursors and of a backup
 * @param waiting threads that wait for the writer or a reader
 * @param limit connections kept at most: the readers and the writer; threads that hold one already
 *     can have more opened, for the time of their use
 * @param opened connections opened so far
 * @param acquisitions how often one was taken
 * @param waits how often that took waiting
 * @param found how often one was open, idle and had at once
 * @param times how long taking one took
 * @param statementHits prepared statements found in a connection's cache
 * @param statementMisses statements that had to be prepared
 */
public record DatabaseStats(
    int open,
    int idle,
    int active,
    int waiting,
    int limit,
    long opened,
    long acquisitions,
    long waits,
    long found,
    AcquisitionTimes times,
    long statementHits,
    long statementMisses) {

  static DatabaseStats of(PoolReport pool) {
    ConnectionTotals totals = pool.totals();
    int open = pool.open();
    int active = Math.min(open, pool.active());
    return new DatabaseStats(
        open,
        open - active,
        active,
        pool.writersWaiting() + pool.readersWaiting(),
        pool.limit(),
        totals.connections(),
        totals.loans(),
        pool.waits(),
        totals.found(),
        AcquisitionTimes.of(pool.acquisitions()),
        totals.hits(),
        totals.misses());
  }
}
