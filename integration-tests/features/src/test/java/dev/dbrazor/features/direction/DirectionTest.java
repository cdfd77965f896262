package dev.dbrazor.features.direction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.features.storage.Classes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** References between packages go one way, and each foreign library has one place. */
class DirectionTest {
  private static final String RUNTIME = "dev.dbrazor";
  private static final String PROCESSOR = "dev.dbrazor.processor";

  /** What each package of the runtime may know beside itself and the vocabulary. */
  private static final Map<String, Set<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("driver", Set.of()),
          Map.entry("driver.jdbc", Set.of("driver")),
          Map.entry("pool", Set.of("driver")),
          Map.entry("value", Set.of()),
          Map.entry("json", Set.of("value")),
          Map.entry("mapping", Set.of("driver", "pool", "value", "json")),
          Map.entry("schema", Set.of("driver", "pool", "value", "json", "mapping")),
          Map.entry("vector", Set.of("driver", "pool", "value", "mapping")),
          Map.entry("hook", Set.of("driver", "pool")),
          Map.entry("live", Set.of("driver", "pool")),
          Map.entry("flight", Set.of()),
          Map.entry(
              "query",
              Set.of("driver", "pool", "value", "json", "mapping", "vector", "hook", "live")));

  /** Errors, values and small interfaces of the front door that every ring may use. */
  private static final Set<String> VOCABULARY =
      Set.of(
          "ErrorCode",
          "ConnectionWait",
          "DatabaseListener",
          "MigrationEvent",
          "Hook",
          "RecordLookup",
          "StatementEvent",
          "TransactionEvent",
          "Plugin",
          "ErrorDetails",
          "TransactionState",
          "QueryPlan",
          "SlowQuery",
          "MigrationProgress",
          "Row",
          "Subscription",
          "RowMapper",
          "UpgradeSql",
          "ThrowingSupplier",
          "ThrowingRunnable");

  /** DAOs take the database they belong to. */
  private static final Set<String> ALLOWED =
      Set.of(
          "dev.dbrazor.query.CollectionDao -> dev.dbrazor.Database",
          "dev.dbrazor.query.SqlDao -> dev.dbrazor.Database");

  @Test
  void runtimePackagesKnowOnlyLowerOnes() throws IOException, URISyntaxException {
    List<String> wrong = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (References from : references(Database.class)) {
      String ring = ring(from.type());
      seen.add(ring);
      for (String to : from.types()) {
        if (MAY_KNOW.containsKey(ring) && isRuntime(to) && !mayKnow(ring, to)) {
          wrong.add(from.type() + " -> " + to);
        }
      }
    }
    assertTrue(seen.containsAll(MAY_KNOW.keySet()), seen.toString());
    wrong.removeAll(ALLOWED);
    assertEquals(List.of(), wrong);
  }

  @Test
  void onlyTheJdbcDriverKnowsJdbc() throws IOException, URISyntaxException {
    assertEquals(
        Set.of("dev.dbrazor.driver.jdbc"),
        knowing(
            Database.class,
            p ->
                p.startsWith("java.sql")
                    || p.startsWith("javax.sql")
                    || p.startsWith("org.sqlite")));
  }

  @Test
  void onlyJsonKnowsJackson() throws IOException, URISyntaxException {
    assertEquals(
        Set.of("dev.dbrazor.json"), knowing(Database.class, p -> p.startsWith("com.fasterxml")));
  }

  @Test
  void onlyOnePackageKnowsTheFlightRecorder() throws IOException, URISyntaxException {
    assertEquals(
        Set.of("dev.dbrazor.flight"), knowing(Database.class, p -> p.startsWith("jdk.jfr")));
  }

  @Test
  void onlyPluginsKnowTheLibrariesTheyAreFor() throws IOException, URISyntaxException {
    assertEquals(
        Set.of("dev.dbrazor.plugin"),
        knowing(
            Database.class,
            p -> p.startsWith("com.github.benmanes") || p.startsWith("jakarta.validation")));
  }

  @Test
  void onlyOneClassKnowsDatabind() throws IOException, URISyntaxException {
    assertEquals(
        List.of("dev.dbrazor.json.JsonNodeCodec"),
        references(Database.class).stream()
            .filter(
                r ->
                    r.packages().stream()
                        .anyMatch(p -> p.startsWith("com.fasterxml.jackson.databind")))
            .map(r -> r.type().replaceAll("\\$.*", ""))
            .distinct()
            .toList());
  }

  @Test
  void onlyTheWritersKnowJavaPoet() throws IOException, URISyntaxException {
    assertEquals(
        Set.of(PROCESSOR + ".write"),
        knowing(processor(), p -> p.startsWith("com.squareup.javapoet")));
  }

  @Test
  void onlyTheVerifierOpensSqliteInTheCompiler() throws IOException, URISyntaxException {
    assertEquals(
        Set.of(PROCESSOR + ".verify", PROCESSOR + ".dao.verify"),
        knowing(processor(), p -> p.equals("java.sql") || p.startsWith("org.sqlite")));
  }

  @Test
  void readingAndWritingNeverMeet() throws IOException, URISyntaxException {
    Set<String> readers = knowing(processor(), p -> p.equals(PROCESSOR + ".read"));
    Set<String> writers = knowing(processor(), p -> p.equals(PROCESSOR + ".write"));
    assertEquals(Set.of(PROCESSOR, PROCESSOR + ".read", PROCESSOR + ".dao.read"), readers);
    assertEquals(Set.of(PROCESSOR, PROCESSOR + ".write"), writers);
  }

  @Test
  void theModelKnowsNothingOfTheCompiler() throws IOException, URISyntaxException {
    for (References from : references(processor())) {
      if (from.packageName().equals(PROCESSOR + ".model")
          || from.packageName().equals(PROCESSOR + ".sql")) {
        Set<String> known = new TreeSet<>(from.packages());
        known.removeIf(p -> !p.startsWith("javax.") && !p.startsWith(PROCESSOR));
        known.remove(PROCESSOR + ".model");
        known.remove(from.packageName());
        assertEquals(Set.of(), known, from.type());
      }
    }
  }

  private static Class<?> processor() {
    try {
      return Class.forName(PROCESSOR + ".CollectionProcessor");
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static boolean mayKnow(String ring, String to) {
    String other = ring(to);
    String simple = to.substring(to.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
    return other.equals(ring)
        || MAY_KNOW.get(ring).contains(other)
        || other.isEmpty() && (simple.endsWith("Exception") || VOCABULARY.contains(simple));
  }

  /** The package below the runtime's, empty for the front door. */
  private static String ring(String type) {
    String packageName = type.substring(0, type.lastIndexOf('.'));
    return packageName.equals(RUNTIME) ? "" : packageName.substring(RUNTIME.length() + 1);
  }

  private static boolean isRuntime(String type) {
    return type.startsWith(RUNTIME + ".") && !type.startsWith(RUNTIME + ".annotation.");
  }

  private static Set<String> knowing(Class<?> artifact, Predicate<String> packageName)
      throws IOException, URISyntaxException {
    Set<String> knowing = new TreeSet<>();
    for (References from : references(artifact)) {
      if (from.packages().stream().anyMatch(packageName)) {
        knowing.add(from.packageName());
      }
    }
    return knowing;
  }

  private static List<References> references(Class<?> artifact)
      throws IOException, URISyntaxException {
    return Classes.beside(artifact).stream()
        .filter(c -> !c.getClassName().equals("module-info"))
        .map(References::of)
        .toList();
  }
}
