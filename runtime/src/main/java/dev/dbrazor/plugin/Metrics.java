package dev.dbrazor.plugin;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseListener;
import dev.dbrazor.Hook;
import dev.dbrazor.Plugin;
import dev.dbrazor.StatementEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts statements by their summary ({@code SELECT customers}): calls, errors, rows and time. Has
 * no hooks, so single changes stay single statements. One object is for one database.
 */
public final class Metrics implements Plugin, DatabaseListener {
  private final ConcurrentMap<String, Sums> counts = new ConcurrentHashMap<>();

  /** Sums of one summary. */
  private static final class Sums {
    final LongAdder calls = new LongAdder();
    final LongAdder errors = new LongAdder();
    final LongAdder rows = new LongAdder();
    final LongAdder nanos = new LongAdder();

    CallCount count() {
      return new CallCount(calls.sum(), errors.sum(), rows.sum(), Duration.ofNanos(nanos.sum()));
    }
  }

  /** Counts from its registration on. */
  public Metrics() {}

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public Set<Hook> hooks() {
    return Set.of();
  }

  @Override
  public void onOpen(Database db) {
    db.addListener(this);
  }

  @Override
  public void onClose(Database db) {
    db.removeListener(this);
  }

  @Override
  public void statement(StatementEvent event) {
    Sums sums = counts.get(event.summary());
    if (sums == null) {
      sums = counts.computeIfAbsent(event.summary(), summary -> new Sums());
    }
    sums.calls.increment();
    sums.rows.add(event.rows());
    sums.nanos.add(event.nanos());
    if (event.error().isPresent()) {
      sums.errors.increment();
    }
  }

  /** By summary, in its order; a copy. */
  public Map<String, CallCount> counts() {
    Map<String, CallCount> copy = new TreeMap<>();
    counts.forEach((summary, sums) -> copy.put(summary, sums.count()));
    return copy;
  }
}
