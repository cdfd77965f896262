package dev.dbrazor;

import dev.dbrazor.driver.OpenOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all that is wrong with a configuration, so that it is told at once. */
final class ConfigCheck {
  private static final Duration LONGEST = Duration.ofHours(24);

  private final List<String> problems = new ArrayList<>();

  private ConfigCheck() {}

  /**
   * @param path as it was given
   * @throws ConfigurationException that lists every problem
   */
  static void require(@Nullable Path path, DatabaseConfig config) {
    ConfigCheck check = new ConfigCheck();
    check.path(path);
    check.settings(config);
    check.problems.addAll(config.limits().problems(config.readers(), config.lazy()));
    if (!check.problems.isEmpty()) {
      throw new ConfigurationException(check.problems);
    }
  }

  private void path(@Nullable Path path) {
    if (path == null) {
      problems.add("path is missing");
    } else if (isSpecial(path.toString())) {
      problems.add(
          "path '"
              + path
              + "' must be a plain file name, without '?', ':memory:', ':resource:' or 'file:'");
    }
  }

  private static boolean isSpecial(String name) {
    return name.isEmpty() || name.indexOf('?') >= 0 || OpenOptions.isSpecial(name);
  }

  private void settings(DatabaseConfig config) {
    range("readers", config.readers(), 1, 256);
    range("statementCacheSize", config.statementCacheSize(), 0, 10_000);
    range("maxValueBytes", config.maxValueBytes(), 1_000, 1_000_000_000);
    range("busyTimeout", config.busyTimeout(), Duration.ZERO);
    range("lockTimeout", config.lockTimeout(), Duration.ofMillis(1));
    range("closeTimeout", config.closeTimeout(), Duration.ZERO);
    range("slowQueryThreshold", config.slowQueryThreshold().orElse(Duration.ZERO), Duration.ZERO);
    long rows = config.scanLimit().orElse(0);
    if (rows < 0) {
      problems.add("scanLimit is " + rows + ", must be 0 or more");
    }
  }

  private void range(String name, int value, int least, int most) {
    if (value < least || value > most) {
      problems.add(name + " is " + value + ", must be from " + least + " to " + most);
    }
  }

  private void range(String name, Duration value, Duration least) {
    if (value.compareTo(least) < 0 || value.compareTo(LONGEST) > 0) {
      problems.add(name + " is " + value + ", must be from " + least + " to " + LONGEST);
    }
  }
}
