package dev.dbrazor.features.environment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.JavaProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated code in the strictest build. */
class LintTest {
  @Test
  void generatedCodeIsCleanUnderAllLints(@TempDir Path output) {
    String source =
        """
        package user;

        import dev.dbrazor.annotation.Collection;
        import dev.dbrazor.annotation.Id;
        import dev.dbrazor.annotation.Unique;
        import dev.dbrazor.annotation.Version;
        import java.util.List;
        import java.util.Map;
        import java.util.Optional;
        import java.util.UUID;

        @Collection
        public record User(
            @Id UUID id,
            @Unique String name,
            Map<String, List<String>> deep,
            Optional<User.Place> place,
            @Version long version) {
          public record Place(String street, @Unique String city) {}
        }
        """;
    Compilation compilation =
        Compilation.of(
            output,
            List.of(
                "-classpath", JavaProcess.classPath(), "-Xlint:all,-processing,-path", "-Werror"),
            Map.of("user.User", source));
    assertTrue(compilation.success(), compilation.errors().toString());
  }
}
