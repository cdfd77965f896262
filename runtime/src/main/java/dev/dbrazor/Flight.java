package dev.dbrazor;

import dev.dbrazor.flight.FlightRecording;
import dev.dbrazor.flight.FlightSensor;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Connects a database with JDK Flight Recorder, where the runtime has that, once it is used: until
 * then none of the recorder's classes is loaded but the one that says so.
 */
final class Flight {
  private final Switch switching;
  private volatile boolean waiting = ModuleLayer.boot().findModule("jdk.jfr").isPresent();
  private @Nullable AutoCloseable recording;

  Flight(Listeners listeners) {
    switching = new Switch(listeners);
  }

  /**
   * Listens to Flight Recorder once it has begun. To be called again and again: to be told when it
   * begins would start most of it now.
   */
  void look() {
    if (waiting && FlightSensor.isOn()) {
      begin();
    }
  }

  private synchronized void begin() {
    if (waiting) {
      waiting = false;
      recording = FlightRecording.watch(switching);
    }
  }

  synchronized void close() {
    waiting = false;
    AutoCloseable open = recording;
    if (open != null) {
      try {
        open.close();
      } catch (Exception e) {
        System.getLogger("dev.dbrazor").log(Level.WARNING, "Flight Recorder keeps a listener", e);
      }
    }
  }

  /** Adds and removes a listener; held by the database only. */
  private record Switch(Listeners listeners) implements BiConsumer<DatabaseListener, Boolean> {
    @Override
    public void accept(DatabaseListener listener, Boolean on) {
      if (on) {
        listeners.add(listener);
      } else {
        listeners.remove(listener);
      }
    }
  }
}
