package dev.dbrazor.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fresh JVM with this one's class path and options. */
final class ChildJvm {
  private static final int SECONDS = 60;

  private final List<String> command = new ArrayList<>();

  ChildJvm(Class<?> main, Object... arguments) {
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
  }

  /** Milliseconds from the start of the process to its first line of output. */
  double millisecondsToFirstLine() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      double milliseconds = (System.nanoTime() - start) / 1e6;
      boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
      if (line == null || !ended || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IOException("failed: " + command);
      }
      return milliseconds;
    }
  }
}
