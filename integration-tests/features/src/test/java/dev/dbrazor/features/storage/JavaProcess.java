package dev.dbrazor.features.storage;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another Java virtual machine with its own options, for what cannot be tried in this one. */
public final class JavaProcess {
  private static final long DEADLINE_MINUTES = 10;

  private JavaProcess() {}

  /** The class path of this process. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }

  /**
   * Runs a main class of the test class path; fails unless it ends with 0, else returns what it
   * printed.
   */
  public static String run(Path directory, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(options);
    command.addAll(List.of("-cp", classPath(), main.getName()));
    command.addAll(List.of(arguments));
    return run(directory, command);
  }

  /**
   * Runs {@code java} with these arguments; fails unless it ends with 0, else returns what it
   * printed.
   */
  public static String run(Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    return runBy(List.of(), directory, arguments);
  }

  /** The same through another program, which changes something and then executes {@code java}. */
  public static String runBy(List<String> launcher, Path directory, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(launcher);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    Path output = Files.createTempFile("output", ".txt");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      boolean ended = process.waitFor(DEADLINE_MINUTES, TimeUnit.MINUTES);
      if (!ended) {
        process.destroyForcibly().waitFor();
      }
      String printed = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
      return ended && process.exitValue() == 0 ? printed : fail(printed);
    } finally {
      Files.delete(output);
    }
  }
}
