package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Checks of {@link DatabaseConfig}. */
class DatabaseConfigTest {
  @Test
  void everyProblemIsReportedAtOnce() {
    ConfigurationException e =
        assertThrows(
            ConfigurationException.class,
            () ->
                DatabaseConfig.builder()
                    .readers(0)
                    .statementCacheSize(-1)
                    .maxValueBytes(10)
                    .busyTimeout(Duration.ofSeconds(-1))
                    .lockTimeout(Duration.ZERO)
                    .closeTimeout(Duration.ofDays(2))
                    .build());
    assertEquals(7, e.problems().size(), e.getMessage());
    assertEquals("path is missing", e.problems().get(0));
    assertEquals("readers is 0, must be from 1 to 256", e.problems().get(1));
  }

  @Test
  void nameThatIsNoFileIsAProblem() {
    assertThrows(
        ConfigurationException.class,
        () -> DatabaseConfig.builder().path(Path.of(":memory:")).build());
  }

  @Test
  void builderCanBeUsedAgainWithoutChangingWhatItBuilt() {
    DatabaseConfig.Builder builder = DatabaseConfig.builder().path(Path.of("a.db")).readers(2);
    DatabaseConfig first = builder.build();
    builder.readers(3);
    assertEquals(2, first.readers());
    assertEquals(3, builder.build().readers());
  }
}
