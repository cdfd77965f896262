package dev.dbrazor.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A statement has ended. */
@Name("dev.dbrazor.Statement")
@Label("Statement")
@Category("DBRazor")
@StackTrace(false)
final class StatementRun extends Event {
  @Label("Summary")
  @Nullable String summary;

  @Label("SQL")
  @Nullable String sql;

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;

  @Label("Rows")
  long rows;

  @Label("Error")
  @Nullable String error;
}
