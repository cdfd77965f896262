package dev.dbrazor.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** An outermost transaction has ended. */
@Name("dev.dbrazor.Transaction")
@Label("Transaction")
@Category("DBRazor")
@StackTrace(false)
final class TransactionRun extends Event {
  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;

  @Label("Error")
  @Nullable String error;
}
