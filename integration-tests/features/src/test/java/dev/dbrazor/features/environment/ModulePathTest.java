package dev.dbrazor.features.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonParser;
import dev.dbrazor.Database;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.JavaProcess;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;

/** A user's module, compiled and run on the module path. */
class ModulePathTest {
  private static final String MODULE =
      """
      module user {
        requires dev.dbrazor;
      }
      """;

  private static final String RECORD =
      """
      package user;

      import dev.dbrazor.annotation.Collection;
      import dev.dbrazor.annotation.Id;
      import dev.dbrazor.annotation.Unique;
      import java.util.List;

      @Collection("users")
      record User(@Id long id, @Unique String name, List<String> tags, Place place) {
        record Place(String street, String city) {}
      }
      """;

  private static final String MAIN =
      """
      package user;

      import dev.dbrazor.Database;
      import java.nio.file.Path;
      import java.util.List;

      final class Main {
        public static void main(String[] arguments) {
          try (Database db = Database.open(Path.of(arguments[0]))) {
            UserDao users = new UserDao(db);
            users.insert(new User(0, "Ada", List.of("x"), new User.Place("s", "Oslo")));
            User ada = users.where(User_.place.city.eq("Oslo")).one();
            System.out.println(Main.class.getModule() + " " + ada.name() + " " + users.findByName("Ada").isPresent());
          }
        }
      }
      """;

  @Test
  void aModuleCompilesAndRuns(@TempDir Path directory)
      throws IOException, InterruptedException, URISyntaxException {
    Path output = directory.resolve("classes");
    Compilation compilation =
        Compilation.of(
            output,
            List.of("--module-path", modulePath(), "-Xlint:all,-processing", "-Werror"),
            Map.of("module-info", MODULE, "user.User", RECORD, "user.Main", MAIN));
    assertTrue(compilation.success(), compilation.errors().toString());
    String printed =
        JavaProcess.run(
            directory,
            List.of(
                "--module-path",
                modulePath() + File.pathSeparator + output,
                "--module",
                "user/user.Main",
                directory.resolve("m.db").toString()));
    assertEquals(
        "module user Ada true", printed.lines().reduce((first, last) -> last).orElseThrow());
  }

  /** Where the driver NATIVE is on the class path of the tests, it is asked to be a module. */
  @Test
  void nativeDriverAndItsEngineAreModules(@TempDir Path directory)
      throws IOException, InterruptedException, URISyntaxException {
    List<String> modules = classPath("/native/target/", "dbrazor-native");
    assumeTrue(modules.size() == 2 && modules.stream().allMatch(place -> place.endsWith(".jar")));
    Path output = directory.resolve("classes");
    String main =
        MAIN.replace("System.out.println(", "System.out.println(db.driver().name() + \" \" + ");
    Compilation compilation =
        Compilation.of(
            output,
            List.of("--module-path", modulePath()),
            Map.of("module-info", MODULE, "user.User", RECORD, "user.Main", main));
    assertTrue(compilation.success(), compilation.errors().toString());
    String places = String.join(File.pathSeparator, modules);
    String printed =
        JavaProcess.run(
            directory,
            List.of(
                "--enable-native-access=dev.dbrazor.nativedriver",
                "--add-modules",
                "dev.dbrazor.engine",
                "--module-path",
                String.join(File.pathSeparator, modulePath(), places, output.toString()),
                "--module",
                "user/user.Main",
                directory.resolve("m.db").toString()));
    assertEquals(
        "NATIVE module user Ada true", printed.lines().reduce((first, last) -> last).orElseThrow());
  }

  private static List<String> classPath(String... parts) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(place -> Stream.of(parts).anyMatch(place::contains))
        .toList();
  }

  /** What a user's module needs: no processor, no tests, no databind. */
  private static String modulePath() throws URISyntaxException {
    List<String> places = new ArrayList<>();
    for (Class<?> type :
        List.of(Database.class, Id.class, NullMarked.class, JsonParser.class, JDBC.class)) {
      places.add(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    }
    return String.join(File.pathSeparator, places);
  }
}
