package dev.dbrazor.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process takes of the machine, as Linux tells it. */
final class Machine {
  private static final Path SELF = Path.of("/proc/self");

  private Machine() {}

  static boolean isKnown() {
    return Files.isDirectory(SELF.resolve("fd"));
  }

  /** Memory of this process, of the heap and of native code. */
  static long residentKib() {
    try (Stream<String> lines = Files.lines(SELF.resolve("status"))) {
      String line = lines.filter(l -> l.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(line.replaceAll("\\D", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Open descriptors of files under a directory. */
  static long filesUnder(Path directory) {
    try (Stream<Path> descriptors = Files.list(SELF.resolve("fd"))) {
      return descriptors.filter(descriptor -> target(descriptor).startsWith(directory)).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor);
    } catch (IOException closedMeanwhile) {
      return descriptor;
    }
  }

  static int threads() {
    return Thread.getAllStackTraces().size();
  }
}
