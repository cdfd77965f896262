package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small file system in memory, where mounting is allowed; else the test is skipped. */
final class Mount implements AutoCloseable {
  private final Path directory;

  Mount(Path directory, String options) {
    this.directory = directory;
    assumeTrue(
        run(List.of("mount", "-t", "tmpfs", "-o", options, "tmpfs", directory.toString())),
        "mounting a tmpfs takes Linux and root");
  }

  private static boolean run(List<String> command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .onExit()
              .join()
              .exitValue()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  @Override
  public void close() {
    run(List.of("umount", directory.toString()));
  }
}
