package dev.dbrazor.flight;

import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import org.jspecify.annotations.Nullable;

/** A migration has ended. */
@Name("dev.dbrazor.Migration")
@Label("Migration")
@Category("DBRazor")
@StackTrace(false)
final class MigrationRun extends Event {
  @Label("Collection")
  @Nullable String collection;

  @Label("Version")
  int version;

  @Label("Elapsed")
  @Timespan(Timespan.NANOSECONDS)
  long elapsed;

  @Label("Error")
  @Nullable String error;
}
