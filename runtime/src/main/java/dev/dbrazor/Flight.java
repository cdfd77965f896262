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
  private static final boolean HERE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

  private final BiConsumer<DatabaseListener, Boolean> switching;
  private volatile @Nullable AutoCloseable recording;

  /**
   * @param switching adds and removes a listener
   */
  Flight(BiConsumer<DatabaseListener, Boolean> switching) {
    this.switching = switching;
  }

  /** Looks whether the recorder is used since the last look. */
  void look() {
    if (HERE && recording == null && FlightSensor.isOn()) {
      connect();
    }
  }

  private synchronized void connect() {
    if (recording == null) {
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
