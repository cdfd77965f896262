package dev.dbrazor.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A statement took longer than the threshold. */
@Name("dev.dbrazor.SlowQuery")
@Label("Slow query")
@Category("DBRazor")
@StackTrace(false)
final class SlowStatement extends Event {
  @Label("SQL")
  @Nullable String sql;

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;

  @Label("Rows")
  long rows;

  @Label("Plan")
  @Nullable String plan;
}
