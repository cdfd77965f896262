package dev.dbrazor.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** The log was moved into the file on request. */
@Name("dev.dbrazor.Checkpoint")
@Label("Checkpoint")
@Category("DBRazor")
@StackTrace(false)
final class CheckpointRun extends Event {
  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;
}
