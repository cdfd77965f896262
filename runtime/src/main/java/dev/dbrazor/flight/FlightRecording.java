package dev.dbrazor.flight;

import dev.dbrazor.DatabaseListener;
import java.lang.ref.WeakReference;
import java.util.function.BiConsumer;
import jdk.jfr.FlightRecorder;
import jdk.jfr.FlightRecorderListener;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * Makes a database tell its events while any recording runs, and only then. Holds the database
 * weakly.
 */
public final class FlightRecording implements FlightRecorderListener, AutoCloseable {
  private final WeakReference<BiConsumer<DatabaseListener, Boolean>> database;
  private final FlightEvents events = new FlightEvents();
  private boolean told;

  private FlightRecording(BiConsumer<DatabaseListener, Boolean> database) {
    this.database = new WeakReference<>(database);
  }

  /**
   * @param database adds and removes a listener; must be kept reachable by the database
   */
  public static AutoCloseable watch(BiConsumer<DatabaseListener, Boolean> database) {
    FlightRecording recording = new FlightRecording(database);
    FlightRecorder.addListener(recording);
    return recording;
  }

  @Override
  public void recorderInitialized(FlightRecorder recorder) {
    look(recorder);
  }

  @Override
  public void recordingStateChanged(Recording recording) {
    look(FlightRecorder.getFlightRecorder());
  }

  private synchronized void look(FlightRecorder recorder) {
    boolean running =
        recorder.getRecordings().stream().anyMatch(r -> r.getState() == RecordingState.RUNNING);
    BiConsumer<DatabaseListener, Boolean> told = database.get();
    if (told == null) {
      close();
    } else if (running != this.told) {
      this.told = running;
      told.accept(events, running);
    }
  }

  @Override
  public void close() {
    FlightRecorder.removeListener(this);
  }
}
