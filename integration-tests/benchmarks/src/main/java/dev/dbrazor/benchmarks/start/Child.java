package dev.dbrazor.benchmarks.start;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of its own. */
public final class Child {
  private static final int SECONDS = 120;

  private final List<String> command;

  public Child(List<String> command) {
    this.command = command;
  }

  /** A fresh JVM with this one's class path, but for jars whose names match. */
  public static Child jvm(Predicate<String> without, Class<?> main, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-Dslf4j.internal.verbosity=ERROR");
    String classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(without.negate())
            .collect(Collectors.joining(File.pathSeparator));
    command.addAll(List.of("-cp", classPath, main.getName()));
    Stream.of(arguments).map(Object::toString).forEach(command::add);
    return new Child(command);
  }

  /** Nanoseconds from the start of the process to its first line of output. */
  public double nanosecondsToFirstLine() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = start();
    try (BufferedReader output = process.inputReader()) {
      String line = output.readLine();
      double time = System.nanoTime() - start;
      if (line == null) {
        throw new IOException("no output: " + command);
      }
      await(process);
      return time;
    }
  }

  /** All it writes. */
  public List<String> lines() throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader output = process.inputReader()) {
      List<String> lines = output.lines().toList();
      await(process);
      return lines;
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
  }

  private void await(Process process) throws IOException, InterruptedException {
    boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("failed: " + command);
    }
  }
}
