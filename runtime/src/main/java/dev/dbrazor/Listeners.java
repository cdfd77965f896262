package dev.dbrazor;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Those who want to know what happens in a database; shared by all threads. */
final class Listeners {
  private static final Logger LOG = System.getLogger("dev.dbrazor");

  private final List<DatabaseListener> listeners = new CopyOnWriteArrayList<>();
  private final Flight flight = new Flight(this::set);

  private void set(DatabaseListener listener, boolean wanted) {
    if (wanted) {
      add(listener);
    } else {
      remove(listener);
    }
  }

  void add(DatabaseListener listener) {
    listeners.add(Objects.requireNonNull(listener));
  }

  void remove(DatabaseListener listener) {
    listeners.remove(Objects.requireNonNull(listener));
  }

  boolean isEmpty() {
    flight.look();
    return listeners.isEmpty();
  }

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
        LOG.log(Level.ERROR, "A listener failed: " + listener.getClass().getName(), e);
      }
    }
  }
}
