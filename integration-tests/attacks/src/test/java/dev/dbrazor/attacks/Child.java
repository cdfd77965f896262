package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Another process of Java on this class path, which tells by lines on its output what it did. */
final class Child implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;

  private Child(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static Child start(Class<?> main, Object... arguments) throws IOException {
    return start(List.of(), List.of(), main, arguments);
  }

  /**
   * Starts one.
   *
   * @param wrapper the program that runs Java, with its options; empty: none
   * @param options of Java
   */
  static Child start(List<String> wrapper, List<String> options, Class<?> main, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(wrapper);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new Child(command);
  }

  /** The next line; null when its output has ended. */
  @Nullable String line() {
    try {
      return output.readLine();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it still has to say. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (String line = line(); line != null; line = line()) {
      lines.add(line);
    }
    return lines;
  }

  /** All it says until it ends by itself, with 0. */
  List<String> finish() throws InterruptedException {
    List<String> lines = lines();
    assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
    return lines;
  }

  /** The line that begins so, of all it says until it ends by itself. */
  String result(String start) throws InterruptedException {
    List<String> lines = finish();
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow(() -> new AssertionError(String.join("\n", lines)));
  }

  /** SIGKILL, where there are signals. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // that of Process drops what was printed
    process.waitFor(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    output.close();
  }
}
