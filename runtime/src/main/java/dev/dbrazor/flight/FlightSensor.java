package dev.dbrazor.flight;

import jdk.jfr.FlightRecorder;

/** Whether Flight Recorder has been used in this process: by a flag, a command or a program. */
public final class FlightSensor {
  private FlightSensor() {}

  /** One look at a field. */
  public static boolean isOn() {
    return FlightRecorder.isInitialized();
  }
}
