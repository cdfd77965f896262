package dev.dbrazor.benchmarks.report;

import dev.dbrazor.Database;
import dev.dbrazor.DriverInfo;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader must know about where numbers come from. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Pattern JAR =
      Pattern.compile(
          "(jooq|jdbi3-core|hibernate-core|spring-jdbc|sqlite-jdbc|jmh-core)-(.+)\\.jar");

  private Machine() {}

  /** One line each: date and machine; Java; libraries; the engine. */
  public static List<String> here() {
    List<String> facts = new ArrayList<>();
    facts.add(
        String.format(
            Locale.ROOT,
            "%s, %s, %d cores, %s %s, load average at the end %.1f",
            LocalDate.now(),
            processor(),
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    facts.add("Java " + Runtime.version() + ", " + System.getProperty("java.vendor"));
    facts.add(libraries());
    facts.add(engine());
    return facts;
  }

  private static String processor() {
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      Optional<String> model = lines.filter(line -> line.startsWith("model name")).findFirst();
      return model.map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("processor");
    } catch (IOException e) {
      return "processor";
    }
  }

  private static String engine() {
    try (Database db = Database.inMemory()) {
      DriverInfo driver = db.driver();
      return "SQLite " + driver.engineVersion() + " by the driver " + driver.name();
    }
  }

  private static String libraries() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> JAR.matcher(Path.of(entry).getFileName().toString()))
        .filter(Matcher::matches)
        .map(jar -> jar.group(1) + " " + jar.group(2))
        .sorted()
        .collect(Collectors.joining(", "));
  }
}
