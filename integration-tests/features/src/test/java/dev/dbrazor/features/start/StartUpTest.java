package dev.dbrazor.features.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program of its own loads until it has read one row and closed the file. */
class StartUpTest {
  /** Of the library; 2026: 144 with JDBC, 166 with NATIVE. */
  private static final int MOST_CLASSES = 172;

  /** Made at each start for lambdas of the library. */
  private static final int MOST_LAMBDAS = 16;

  /** The linker's own, one for each signature that was called. */
  private static final int MOST_SIGNATURES = 2;

  @TempDir static Path directory;
  private static List<String> classes = List.of();

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    Path file = directory.resolve("landmarks.db");
    try (Database db = Database.open(file)) {
      new LandmarkDao(db).insert(new Landmark(1, "Oslo"));
    }
    run(file, "first.txt"); // the statistics of the first close have changed the schema
    String printed = run(file, "classes.txt");
    assertTrue(printed.endsWith("Oslo" + System.lineSeparator()), printed);
    classes =
        Files.readAllLines(directory.resolve("classes.txt")).stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
  }

  private static String run(Path file, String log) throws IOException, InterruptedException {
    return JavaProcess.run(
        directory,
        List.of("-Xlog:class+load:file=" + log + ":none"),
        FirstRow.class,
        file.toString());
  }

  @Test
  void loadsFewClassesOfTheLibrary() {
    List<String> ours = ours().stream().filter(name -> !name.contains("$$Lambda")).toList();
    assertTrue(ours.size() > 50, ours.toString());
    assertTrue(ours.size() <= MOST_CLASSES, ours.size() + ": " + ours);
  }

  @Test
  void makesFewClassesForLambdas() {
    List<String> lambdas = ours().stream().filter(name -> name.contains("$$Lambda")).toList();
    assertTrue(lambdas.size() <= MOST_LAMBDAS, lambdas.size() + ": " + lambdas);
  }

  /** Of Flight Recorder only what tells whether it has begun. */
  @Test
  void startsNoFlightRecorder() {
    assertEquals(List.of(), named("jdk.jfr.internal."));
  }

  @Test
  void preparesNothingForListeners() {
    assertEquals(List.of(), named("dev.dbrazor.StatementSummaries$"));
  }

  @Test
  void makesNoExecutor() {
    assertEquals(List.of(), named("java.util.concurrent.LinkedBlockingQueue"));
    assertEquals(List.of(), named("java.util.concurrent.ScheduledThreadPoolExecutor"));
  }

  /** What a program that reads does not do. */
  @Test
  void preparesNeitherWritesNorMigrations() {
    assertEquals(List.of(), named("dev.dbrazor.query.RowWrites"));
    assertEquals(List.of(), named("dev.dbrazor.schema.MigrationRun"));
  }

  /** The handle of a layout is several classes more. */
  @Test
  void readsNoMemoryByHandles() {
    assertEquals(List.of(), named("java.lang.invoke.VarHandleSegment"));
  }

  @Test
  void asksForNoSecretNumbers() {
    assertEquals(List.of(), named("java.security.SecureRandom"));
  }

  @Test
  void startsNoProcess() {
    assertEquals(List.of(), named("java.lang.ProcessBuilder"));
  }

  @Test
  void linksFewSignaturesAndNoFunctionOfJava() {
    List<String> stubs = named("jdk.internal.foreign.abi.DowncallStub");
    assertTrue(stubs.size() <= MOST_SIGNATURES, stubs.toString());
    assertEquals(List.of(), named("jdk.internal.foreign.abi.UpcallStub"));
  }

  private static List<String> ours() {
    return named("dev.dbrazor.").stream()
        .filter(name -> !name.startsWith("dev.dbrazor.features."))
        .toList();
  }

  private static List<String> named(String beginning) {
    return classes.stream().filter(name -> name.startsWith(beginning)).toList();
  }
}
