package dev.dbrazor.flight;

import dev.dbrazor.ConnectionWait;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.MigrationEvent;
import dev.dbrazor.SlowQuery;
import dev.dbrazor.StatementEvent;
import dev.dbrazor.TransactionEvent;
import java.time.Duration;

/** Turns what a database tells its listeners into events. */
final class FlightEvents implements DatabaseListener {
  @Override
  public void statement(StatementEvent event) {
    StatementRun run = new StatementRun();
    if (run.shouldCommit()) {
      run.summary = event.summary();
      run.sql = event.sql();
      run.elapsed = event.nanos();
      run.rows = event.rows();
      run.error = event.error().map(Throwable::toString).orElse(null);
      run.commit();
    }
  }

  @Override
  public void transaction(TransactionEvent event) {
    TransactionRun run = new TransactionRun();
    if (run.shouldCommit()) {
      run.elapsed = event.elapsed().toNanos();
      run.error = event.error().map(Throwable::toString).orElse(null);
      run.commit();
    }
  }

  @Override
  public void slowQuery(SlowQuery query) {
    SlowStatement slow = new SlowStatement();
    if (slow.shouldCommit()) {
      slow.sql = query.sql();
      slow.elapsed = query.elapsed().toNanos();
      slow.rows = query.rows();
      slow.plan = query.plan().toString();
      slow.commit();
    }
  }

  @Override
  public void connectionWait(ConnectionWait wait) {
    PoolWait run = new PoolWait();
    if (run.shouldCommit()) {
      run.writing = wait.writing();
      run.elapsed = wait.elapsed().toNanos();
      run.acquired = wait.acquired();
      run.commit();
    }
  }

  @Override
  public void migration(MigrationEvent event) {
    MigrationRun run = new MigrationRun();
    if (run.shouldCommit()) {
      run.collection = event.collection();
      run.version = event.version();
      run.elapsed = event.elapsed().toNanos();
      run.error = event.error().map(Throwable::toString).orElse(null);
      run.commit();
    }
  }

  @Override
  public void checkpoint(Duration elapsed) {
    CheckpointRun run = new CheckpointRun();
    if (run.shouldCommit()) {
      run.elapsed = elapsed.toNanos();
      run.commit();
    }
  }
}
