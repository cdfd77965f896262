package dev.dbrazor.features.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Places where nothing may be written, seen by a user who is not allowed everything. */
class UnwritableTest {
  private static final List<String> NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final Pattern NEEDED =
      Pattern.compile("(dbrazor|sqlite|jackson|slf4j|jspecify)[^/]*[.]jar$");

  @TempDir Path directory;
  private Path closed;
  private Path file;

  /** Opens a file and asks something; says which error that is. */
  static final class Opening {
    private Opening() {}

    public static void main(String[] arguments) {
      boolean readOnly = arguments[1].equals("readOnly");
      DatabaseConfig config =
          DatabaseConfig.builder().path(Path.of(arguments[0])).readOnly(readOnly).build();
      String said;
      try (Database db = Database.open(config)) {
        said = "opened " + db.query("SELECT x FROM t", row -> row.int64(0));
      } catch (DbRazorException e) {
        said = e.code() + " " + e.getMessage();
      }
      System.out.println();
      System.out.println(said.replace('\n', ' '));
    }
  }

  @BeforeEach
  void makePlace() throws IOException {
    assumeTrue(isRoot(), "only root can become somebody else; others cannot tell the difference");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    closed = Files.createDirectory(directory.resolve("closed"));
    file = closed.resolve("shop.db");
    try (Database db = Database.open(file)) {
      db.execute("CREATE TABLE t (x INTEGER)");
      db.execute("INSERT INTO t VALUES (1)");
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"))
        && Stream.of("/usr/bin/setpriv", "/bin/setpriv").anyMatch(p -> new File(p).canExecute());
  }

  /** Its class path is copied to where anybody can read it. */
  private String asNobody(Path path, String mode) throws IOException, InterruptedException {
    Path libraries = Files.createDirectories(directory.resolve("libraries"));
    Path temporary = Files.createDirectories(directory.resolve("temporary"));
    Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxrwxrwx"));
    List<Path> copies = new ArrayList<>();
    for (String entry : JavaProcess.classPath().split(File.pathSeparator)) {
      if (Files.isDirectory(Path.of(entry)) || NEEDED.matcher(entry).find()) {
        copies.add(copied(Path.of(entry), libraries.resolve("entry" + copies.size())));
      }
    }
    String classPath =
        copies.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    String printed =
        JavaProcess.runBy(
            NOBODY,
            temporary,
            List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath,
                Opening.class.getName(),
                path.toString(),
                mode));
    return printed.strip().lines().reduce("", (before, line) -> line);
  }

  private static Path copied(Path entry, Path to) throws IOException {
    if (Files.isRegularFile(entry)) {
      Path jar = to.resolveSibling(to.getFileName() + ".jar");
      return Files.exists(jar) ? jar : Files.copy(entry, jar);
    }
    try (Stream<Path> files = Files.walk(entry)) {
      for (Path each : files.toList()) {
        Path target = to.resolve(entry.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(target);
        } else if (!Files.exists(target)) {
          Files.copy(each, target);
        }
      }
    }
    return to;
  }

  @Test
  void anUnwritableDirectoryOfAFileIsATypedErrorThatNamesIt() throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));
    for (String mode : List.of("readOnly", "readWrite")) {
      String said = asNobody(file, mode);
      assertTrue(said.startsWith("STORAGE Cannot open " + file), said);
      assertTrue(said.contains(closed + ", which is not writable"), said);
    }
    try (Stream<Path> left = Files.list(closed)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void aFileThatCannotBeMadeIsATypedErrorThatNamesThePlace() throws Exception {
    String said = asNobody(closed.resolve("new.db"), "readWrite");
    assertTrue(said.startsWith("STORAGE Cannot open " + closed.resolve("new.db")), said);
    assertTrue(said.contains(closed + ", which is not writable"), said);
  }

  @Test
  void aFileThatMayNotBeReadIsATypedErrorThatNamesIt() throws Exception {
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxrwxrwx"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    String said = asNobody(file, "readOnly");
    assertTrue(said.startsWith("STORAGE ") && said.contains(file.toString()), said);
  }
}
