package dev.dbrazor.driver.suite;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The suite on JDBC, where nothing but the size of the process can be read, which the heap and the
 * compiler move, too.
 */
class JdbcMemoryTest extends MemorySuite {
  private static final String RESIDENT = "RssAnon:";

  @Override
  protected Driver driver() {
    return new JdbcDriver();
  }

  @Override
  protected long allocated() {
    Runtime.getRuntime().gc();
    Runtime heap = Runtime.getRuntime();
    try {
      String line =
          Files.readAllLines(Path.of("/proc/self/status")).stream()
              .filter(entry -> entry.startsWith(RESIDENT))
              .findFirst()
              .orElseThrow();
      long kilobytes = Long.parseLong(line.replaceAll("[^0-9]", ""));
      return kilobytes * 1024 - heap.totalMemory();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A statement not closed is 2,400 bytes, so 240 MB; a value not freed is 200 MB. */
  @Override
  protected long mostGrowth() {
    return 100 << 20;
  }
}
