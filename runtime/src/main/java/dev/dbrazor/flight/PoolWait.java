package dev.dbrazor.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A thread has waited for a connection. */
@Name("dev.dbrazor.PoolWait")
@Label("Wait for a connection")
@Category("DBRazor")
@StackTrace(false)
final class PoolWait extends Event {
  @Label("Writing")
  boolean writing;

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;

  @Label("Acquired")
  boolean acquired;
}
