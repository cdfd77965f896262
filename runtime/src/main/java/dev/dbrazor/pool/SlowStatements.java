package dev.dbrazor.pool;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.QueryPlan;
import dev.dbrazor.SlowQuery;
import dev.dbrazor.driver.DriverStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The statements of one operation that took too long; of one thread. */
final class SlowStatements {
  private final long thresholdNanos;
  private final List<SlowQuery> found = new ArrayList<>(0);

  SlowStatements(long thresholdNanos) {
    this.thresholdNanos = thresholdNanos;
  }

  /** The same session, its statements measured. */
  Session measuring(Session session) {
    return new MeasuredSession(session, this);
  }

  /** Its statements are measured. */
  private record MeasuredSession(Session session, SlowStatements slow) implements Session {
    @Override
    public DriverStatement prepare(String sql, Deadline deadline) {
      return MeasuredStatement.prepare(session, sql, deadline, slow);
    }

    @Override
    public Session unguarded() {
      return new MeasuredSession(session.unguarded(), slow);
    }
  }

  void add(Session session, String sql, long nanos, long rows) {
    if (nanos >= thresholdNanos) {
      found.add(new SlowQuery(sql, Duration.ofNanos(nanos), rows, plan(session, sql)));
    }
  }

  /** Empty where the connection, or the statement, cannot be asked. */
  private static QueryPlan plan(Session session, String sql) {
    try (DriverStatement statement = session.prepare(PlanReader.explaining(sql))) {
      return PlanReader.read(statement);
    } catch (DbRazorException e) {
      return new QueryPlan(List.of());
    }
  }

  /** Tells those found since the last report. */
  void report(Consumer<SlowQuery> to) {
    List<SlowQuery> told = List.copyOf(found);
    found.clear();
    told.forEach(to);
  }
}
