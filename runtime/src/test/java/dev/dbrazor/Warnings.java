package dev.dbrazor;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Collects what a logger of the library is told, until it is closed. */
final class Warnings implements AutoCloseable {
  private final Logger logger;
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  private final Handler handler = new Collector(records);

  private Warnings(Logger logger) {
    this.logger = logger;
  }

  static Warnings ofPool() {
    Warnings warnings = new Warnings(Logger.getLogger("dev.dbrazor.pool"));
    warnings.logger.addHandler(warnings.handler);
    return warnings;
  }

  /** Waits for the first one that begins so. */
  LogRecord await(String beginning) {
    while (!Thread.currentThread().isInterrupted()) {
      for (LogRecord each : records) {
        if (each.getMessage().startsWith(beginning)) {
          return each;
        }
      }
      System.gc(); // what is forgotten is found out when it is collected
      Thread.onSpinWait();
    }
    throw new AssertionError("Nobody warned: " + beginning);
  }

  /** How many begin so. */
  long count(String beginning) {
    return records.stream().filter(each -> each.getMessage().startsWith(beginning)).count();
  }

  /** How many places those that begin so are about. */
  long places(String beginning) {
    return records.stream()
        .filter(each -> each.getMessage().startsWith(beginning))
        .map(LogRecord::getThrown)
        .distinct()
        .count();
  }

  /** Whether one was opened by code of that method. */
  static boolean names(LogRecord warning, String method) {
    return names(warning.getThrown(), method);
  }

  /** Whether that method is in the trace. */
  static boolean names(Throwable trace, String method) {
    return List.of(trace.getStackTrace()).stream()
        .anyMatch(frame -> frame.getMethodName().contains(method));
  }

  @Override
  public void close() {
    logger.removeHandler(handler);
  }

  /** Keeps what it is told. */
  private static final class Collector extends Handler {
    private final List<LogRecord> records;

    Collector(List<LogRecord> records) {
      this.records = records;
    }

    @Override
    public void publish(LogRecord warning) {
      records.add(warning);
    }

    @Override
    public void flush() {
      // nothing is kept back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
