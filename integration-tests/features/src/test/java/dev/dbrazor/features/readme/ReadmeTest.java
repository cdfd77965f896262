package dev.dbrazor.features.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program is compiled and run as it stands there. */
class ReadmeTest {
  private static final Pattern PROGRAM =
      Pattern.compile(
          "<!-- compiled and run by ReadmeTest -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void theProgramCompilesAndPrintsTheChangedRecord() throws Exception {
    Path source = Files.writeString(folder.resolve("Shop.java"), program());
    Path classes = Files.createDirectory(folder.resolve("classes"));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-Xlint:all,-processing,-path,-auxiliaryclass",
                "-Werror",
                "-processor",
                "dev.dbrazor.processor.CollectionProcessor",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                source.toString());
    assertEquals(0, result, "javac accepts the program");

    String printed = run(classes, folder.resolve("shop.db"));

    assertTrue(printed.contains("age=37"), printed);
    assertTrue(printed.contains("city=Oslo"), printed);
    assertTrue(printed.contains("version=2"), printed);
    assertTrue(printed.endsWith("true"), printed);
  }

  private static String program() throws IOException {
    Path readme = Path.of("").toAbsolutePath().resolve("../../README.md");
    Matcher block = PROGRAM.matcher(Files.readString(readme));
    assertTrue(block.find(), "the README has a marked program");
    return block.group(1);
  }

  private String run(Path classes, Path database) throws Exception {
    Path output = folder.resolve("printed");
    Process program =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    classes + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                    "shop.Shop",
                    database.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertTrue(program.waitFor(60, TimeUnit.SECONDS), "the program ends");
    assertEquals(0, program.exitValue(), Files.readString(output));
    return Files.readString(output).strip();
  }
}
