package dev.dbrazor;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know what happens in a database; shared by all threads. */
final class Listeners {
  private final List<DatabaseListener> listeners = new CopyOnWriteArrayList<>();
  private final Flight flight = new Flight(this);

  void add(DatabaseListener listener) {
    listeners.add(Objects.requireNonNull(listener));
  }

  void remove(DatabaseListener listener) {
    listeners.remove(Objects.requireNonNull(listener));
  }

  /** Asked with each operation; Flight Recorder, too, becomes a listener when it has begun. */
  boolean isEmpty() {
    flight.look();
    return listeners.isEmpty();
  }

  /** Flight Recorder is not listened to any more. */
  void close() {
    flight.close();
  }

  /** Tells each; the failure of one keeps nothing from the next. */
  void tell(Consumer<DatabaseListener> news) {
    flight.look();
    for (DatabaseListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (Throwable e) {
        System.getLogger("dev.dbrazor")
            .log(Level.ERROR, "A listener failed: " + listener.getClass().getName(), e);
      }
    }
  }
}
