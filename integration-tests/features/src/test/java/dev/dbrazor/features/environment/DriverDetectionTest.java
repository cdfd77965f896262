package dev.dbrazor.features.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.Database;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** A program whose driver NATIVE fails, each time in another way. */
class DriverDetectionTest {
  private static final String PROVIDER = "other.Provider";
  private static final String VARIABLE = "DBRAZOR_DRIVER";

  private static final String THROWING =
      """
      package other;

      import dev.dbrazor.DriverException;
      import dev.dbrazor.driver.Driver;
      import dev.dbrazor.driver.DriverProvider;
      import dev.dbrazor.driver.EngineChoice;

      public final class Provider implements DriverProvider {
        @Override
        public Driver load(EngineChoice engine) {
          throw new DriverException("no engine: /one is missing; /two is too old");
        }
      }
      """;

  private static final String MAIN =
      """
      package other;

      import dev.dbrazor.ConfigurationException;
      import dev.dbrazor.Database;
      import dev.dbrazor.DatabaseConfig;
      import dev.dbrazor.DriverChoice;
      import dev.dbrazor.DriverException;
      import java.nio.file.Path;

      final class Main {
        public static void main(String[] arguments) {
          DatabaseConfig config =
              DatabaseConfig.builder()
                  .path(Path.of(arguments[0]))
                  .driver(DriverChoice.valueOf(arguments[1]))
                  .build();
          try (Database db = Database.open(config)) {
            System.out.println("is " + db.driver().name());
            System.out.println("since " + db.driver().reason());
            System.out.println("version " + db.driver().engineVersion());
            db.driver().tried().forEach(each -> System.out.println("tried " + each));
            db.driver().warnings().forEach(each -> System.out.println("warned " + each));
          } catch (DriverException e) {
            System.out.println("failed " + e.getMessage());
            System.out.println("because " + (e.getCause() != null));
            System.out.println("suppressed " + e.getSuppressed().length);
          } catch (ConfigurationException e) {
            System.out.println("wrong " + e.getMessage());
          }
        }
      }
      """;

  @TempDir Path directory;
  private Path classes;

  @BeforeEach
  void compile() throws IOException {
    classes = Files.createDirectory(directory.resolve("classes"));
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(services.resolve("dev.dbrazor.driver.DriverProvider"), PROVIDER);
    Compilation compilation =
        Compilation.of(classes, Map.of(PROVIDER, THROWING, "other.Main", MAIN));
    assertTrue(compilation.success(), compilation.errors().toString());
  }

  @Test
  void aDriverThatCannotBeUsedIsNamedWithItsReasonsAndJdbcGoesOn() throws Exception {
    List<String> lines = run("AUTO");
    String tried = "NATIVE: no engine: /one is missing; /two is too old";
    assertTrue(lines.contains("is JDBC"), lines.toString());
    assertTrue(lines.contains("since the only one found"), lines.toString());
    assertTrue(lines.contains("tried " + tried), lines.toString());
    String warned = "warned Going on with the driver JDBC; " + tried;
    assertTrue(lines.contains(warned), lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("version 3.")), lines.toString());
    assertTrue(lines.stream().anyMatch(line -> line.startsWith("tried JDBC: ")), lines.toString());
    assertTrue(
        lines.stream().anyMatch(line -> line.endsWith("Going on with the driver JDBC; " + tried)),
        lines.toString());
  }

  @Test
  void aDriverThatIsAskedForAndCannotBeUsedIsAnErrorWithItsReasons() throws Exception {
    assertEquals(
        List.of(
            "failed The driver NATIVE was asked for and cannot be used; tried: NATIVE: no engine:"
                + " /one is missing; /two is too old",
            "because true",
            "suppressed 0"),
        run("NATIVE"));
    assertFalse(Files.exists(file()));
  }

  @Test
  void whenNoDriverCanBeUsedOneErrorHasEveryCause() throws Exception {
    Path noDirectory = Files.createFile(directory.resolve("file"));
    List<String> lines = run(List.of(), List.of("-Dorg.sqlite.tmpdir=" + noDirectory), "AUTO");
    String message =
        "failed No driver can be used; tried: NATIVE: no engine: /one is missing; /two is too old;"
            + " JDBC: sqlite-jdbc cannot load its native library, which it unpacks into "
            + noDirectory;
    assertTrue(lines.stream().anyMatch(line -> line.startsWith(message)), lines.toString());
    assertTrue(lines.contains("because true"), lines.toString());
    assertTrue(lines.contains("suppressed 1"), lines.toString());
    assertFalse(Files.exists(file()));
  }

  @Test
  void theEnvironmentChoosesWhereTheConfigurationDoesNot() throws Exception {
    List<String> jdbc = run(List.of("env", VARIABLE + "=jdbc"), List.of(), "AUTO");
    String since = "since asked for by the environment variable " + VARIABLE;
    assertTrue(jdbc.contains(since), jdbc.toString());
    assertFalse(jdbc.stream().anyMatch(line -> line.contains("NATIVE")), jdbc.toString());
    String failed = run(List.of("env", VARIABLE + "=NATIVE"), List.of(), "AUTO").get(0);
    assertTrue(
        failed.startsWith(
            "failed The driver NATIVE was asked for by the environment variable " + VARIABLE),
        failed);
    List<String> none = run(List.of("env", VARIABLE + "="), List.of(), "AUTO");
    assertTrue(none.contains("since the only one found"), none.toString());
  }

  @Test
  void configurationGoesBeforePropertyAndPropertyBeforeTheEnvironment() throws Exception {
    List<String> environment = List.of("env", VARIABLE + "=NATIVE");
    List<String> property = List.of("-Ddbrazor.driver=JDBC");
    List<String> lines = run(environment, property, "AUTO");
    String since = "since asked for by the system property dbrazor.driver";
    assertTrue(lines.contains(since), lines.toString());
    lines = run(environment, List.of("-Ddbrazor.driver=NATIVE"), "JDBC");
    assertTrue(lines.contains("since asked for"), lines.toString());
  }

  @Test
  void aNameThatIsNoDriversIsAnErrorThatSaysWhoGaveIt() throws Exception {
    assertEquals(
        List.of(
            "wrong the environment variable DBRAZOR_DRIVER is 'ODBC', must be one of"
                + " [AUTO, JDBC, NATIVE]"),
        run(List.of("env", VARIABLE + "=ODBC"), List.of(), "AUTO"));
  }

  @Test
  void whoAsksForJdbcLooksForNoOther() throws Exception {
    List<String> lines = run("JDBC");
    assertTrue(lines.contains("since asked for"), lines.toString());
    assertFalse(lines.stream().anyMatch(line -> line.contains("NATIVE")), lines.toString());
    assertFalse(lines.stream().anyMatch(line -> line.startsWith("warned")), lines.toString());
  }

  @Test
  void aDriverThatIsNotThereThoughNamedIsTold() throws Exception {
    Files.delete(classes.resolve("other/Provider.class"));
    List<String> lines = run("AUTO");
    assertTrue(lines.contains("is JDBC"), lines.toString());
    assertTrue(
        lines.stream()
            .anyMatch(line -> line.startsWith("tried NATIVE: ") && line.contains(PROVIDER)),
        lines.toString());
  }

  @Test
  void aDriverForNewerJavaIsPassedOverWithoutAWarning() throws Exception {
    Path provider = classes.resolve("other/Provider.class");
    byte[] code = Files.readAllBytes(provider);
    int majorVersion = 7;
    code[majorVersion] = (byte) 200;
    Files.write(provider, code);
    List<String> lines = run("AUTO");
    assertTrue(lines.contains("is JDBC"), lines.toString());
    String reason = "NATIVE: needs Java 22 or newer, this is " + Runtime.version().feature();
    assertTrue(lines.contains("tried " + reason), lines.toString());
    assertFalse(lines.stream().anyMatch(line -> line.contains("Going on")), lines.toString());
    assertTrue(run("NATIVE").get(0).endsWith(reason));
  }

  private Path file() {
    return directory.resolve("shop.db");
  }

  private List<String> run(String choice)
      throws IOException, InterruptedException, URISyntaxException {
    return run(List.of(), List.of(), choice);
  }

  /** What the program prints, in a virtual machine whose class path has no other driver. */
  private List<String> run(List<String> launcher, List<String> options, String choice)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> places = new ArrayList<>(List.of(classes.toString()));
    for (Class<?> type :
        List.of(Database.class, Id.class, NullMarked.class, JsonParser.class, JDBC.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    List<String> arguments =
        new ArrayList<>(
            List.of("-XX:+IgnoreUnrecognizedVMOptions", "--enable-native-access=ALL-UNNAMED"));
    arguments.addAll(options);
    arguments.addAll(
        List.of(
            "-cp",
            String.join(File.pathSeparator, places),
            "other.Main",
            file().toString(),
            choice));
    String printed = JavaProcess.runBy(launcher, directory, arguments);
    return printed.lines().filter(line -> !line.contains("DriverSelection")).toList();
  }
}
