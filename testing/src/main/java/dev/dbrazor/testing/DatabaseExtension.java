package dev.dbrazor.testing;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives each test that asks for it, by a parameter of type {@link Database} or {@link Statements},
 * a new database in a file of its own, which is deleted afterwards. Its clock stands still, and the
 * UUIDs it generates count up from 1, so that what is stored can be compared as a whole.
 */
public final class DatabaseExtension implements ParameterResolver {
  /** The time of the test's database. */
  public static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static final Namespace NAMESPACE = Namespace.create(DatabaseExtension.class);

  /** Found by JUnit. */
  public DatabaseExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == Database.class || type == Statements.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Opened opened =
        context
            .getStore(NAMESPACE)
            .computeIfAbsent(Opened.class, key -> Opened.create(), Opened.class);
    return parameter.getParameter().getType() == Database.class
        ? opened.database()
        : opened.statements();
  }

  /** The nth id that a test's database generates, from 1. */
  public static UUID id(long n) {
    return new UUID(0x7000, 0x8000_0000_0000_0000L + n);
  }

  /** What one test has; JUnit closes it after the test. */
  private record Opened(Path folder, Database database, Statements statements)
      implements AutoCloseable {
    static Opened create() {
      try {
        Path folder = Files.createTempDirectory("dbrazor-test");
        AtomicLong ids = new AtomicLong();
        Database database =
            Database.open(
                DatabaseConfig.builder()
                    .path(folder.resolve("test.db"))
                    .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                    .ids(() -> id(ids.incrementAndGet()))
                    .build());
        Statements statements = new Statements();
        database.addListener(statements.listener());
        return new Opened(folder, database, statements);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() throws IOException {
      database.close();
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
