package dev.dbrazor.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dbrazor.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and directories that must not be written, for a process without the rights of root. */
class UnwritableTest {
  private static final List<String> WITHOUT_RIGHTS =
      List.of("setpriv", "--bounding-set=-all", "--inh-caps=-all", "--no-new-privs");

  @TempDir Path temporary;
  private Path directory;
  private Path file;
  private List<Path> before;

  @BeforeEach
  void makeDatabase() throws IOException {
    directory = Files.createDirectory(temporary.resolve("data"));
    file = directory.resolve("locked.db");
    try (Database db = Database.open(file)) {
      new EntryDao(db).insert(Entry.of(0, "there"));
    }
    before = files();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files.sorted().toList();
    }
  }

  private static void permit(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  @AfterEach
  void nothingIsLeftBehindAndNothingChanged() throws IOException {
    permit(directory, "rwx------");
    permit(file, "rw-------");
    assertEquals(before, files());
    try (Database db = Database.open(file)) {
      assertEquals(1, new EntryDao(db).count());
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static String open(Path file, boolean readOnly, List<String> options)
      throws IOException, InterruptedException {
    List<String> wrapper = isRoot() ? WITHOUT_RIGHTS : List.of();
    assumeTrue(wrapper.isEmpty() || Files.exists(Path.of("/usr/bin/setpriv")), "needs setpriv");
    try (Child child = Child.start(wrapper, options, Opener.class, file, readOnly)) {
      return String.join("\n", child.finish());
    }
  }

  private static void assertTyped(Path named, String end) {
    assertTrue(end.startsWith("typed ") && end.contains(named.toString()), end);
    Figures.print("%s", end.lines().findFirst().orElseThrow());
  }

  @Test
  void aReadOnlyFileIsATypedErrorThatNamesIt() throws Exception {
    permit(file, "r--------");
    assertTyped(file, open(file, false, List.of()));
  }

  @Test
  void aReadOnlyDirectoryIsATypedErrorThatNamesIt() throws Exception {
    permit(directory, "r-x------");
    assertTyped(directory, open(file, false, List.of()));
  }

  @Test
  void aReadOnlyDirectoryIsATypedErrorForAReaderToo() throws Exception {
    permit(directory, "r-x------");
    assertTyped(directory, open(file, true, List.of()));
  }

  @Test
  void aFileWithoutPermissionIsATypedErrorThatNamesIt() throws Exception {
    permit(file, "---------");
    assertTyped(file, open(file, false, List.of()));
  }

  @Test
  void aDirectoryWithoutPermissionIsATypedErrorThatNamesIt() throws Exception {
    permit(directory, "---------");
    assertTyped(file, open(file, false, List.of()));
  }

  @Test
  void aMissingDirectoryIsATypedErrorThatNamesIt() throws Exception {
    Path missing = directory.resolve("missing").resolve("a.db");
    assertTyped(missing, open(missing, false, List.of()));
  }

  @Test
  @SuppressWarnings("try") // the mount only has to be there
  void aTemporaryDirectoryWithoutExecutionIsATypedErrorThatNamesIt(@TempDir Path noexec)
      throws Exception {
    try (Mount mount = new Mount(noexec, "size=64m,noexec")) {
      List<String> options = new ArrayList<>();
      for (String name : List.of("java.io.tmpdir", "org.sqlite.tmpdir")) {
        options.add("-D" + name + "=" + noexec);
      }
      String end = open(directory.resolve("missing").resolve("a.db"), false, options);
      assertTyped(noexec, end);
      try (Stream<Path> left = Files.list(noexec)) {
        assertEquals(List.of(), left.toList());
      }
    }
  }
}
