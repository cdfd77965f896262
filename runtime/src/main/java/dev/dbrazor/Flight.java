package dev.dbrazor;

import dev.dbrazor.flight.FlightRecording;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Connects a database with JDK Flight Recorder, where the runtime has that. */
final class Flight {
  private final BiConsumer<DatabaseListener, Boolean> switching;
  private @Nullable AutoCloseable recording;

  Flight(Listeners listeners) {
    switching =
        (listener, on) -> {
          if (on) {
            listeners.add(listener);
          } else {
            listeners.remove(listener);
          }
        };
    if (ModuleLayer.boot().findModule("jdk.jfr").isPresent()) {
      recording = FlightRecording.watch(switching);
    }
  }

  void close() {
    AutoCloseable open = recording;
    if (open != null) {
      try {
        open.close();
      } catch (Exception e) {
        System.getLogger("dev.dbrazor").log(Level.WARNING, "Flight Recorder keeps a listener", e);
      }
    }
  }
}
