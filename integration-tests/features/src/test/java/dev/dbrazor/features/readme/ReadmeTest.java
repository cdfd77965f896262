package dev.dbrazor.features.readme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program is compiled and run as it stands there; its mistakes are refused. */
class ReadmeTest {
  private static final Pattern PROGRAM =
      Pattern.compile(
          "<!-- compiled and run by ReadmeTest -->\\s*```java\\n(.*?)```", Pattern.DOTALL);

  private static final Pattern MISTAKES =
      Pattern.compile(
          "<!-- refused by ReadmeTest -->\\s*```java\\n(.*?)```.*?```text\\n(.*?)```",
          Pattern.DOTALL);

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

  @Test
  void theMistakesAreRefusedInTheWordsShown() throws Exception {
    Path program = Files.writeString(folder.resolve("Shop.java"), program());
    Path mistakes = Files.writeString(folder.resolve("Mistakes.java"), marked(MISTAKES, 1));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options =
          List.of("-cp", System.getProperty("java.class.path"), "-d", classes.toString());
      List<String> processors =
          List.of(
              "dev.dbrazor.processor.CollectionProcessor", "dev.dbrazor.processor.DaoProcessor");
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              diagnostics,
              options,
              null,
              files.getJavaFileObjects(program.toFile(), mistakes.toFile()));
      task.setProcessors(processors.stream().map(ReadmeTest::processor).toList());
      assertFalse(task.call(), "javac refuses the mistakes");
    }

    List<String> said =
        diagnostics.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(each -> "Mistakes.java:" + each.getLineNumber() + ": " + each.getMessage(null))
            .toList();

    assertEquals(marked(MISTAKES, 2).strip(), String.join("\n", said));
  }

  private static Processor processor(String name) {
    return ServiceLoader.load(Processor.class).stream()
        .filter(each -> each.type().getName().equals(name))
        .findFirst()
        .orElseThrow()
        .get();
  }

  private static String program() throws IOException {
    return marked(PROGRAM, 1);
  }

  private static String marked(Pattern mark, int group) throws IOException {
    Path readme = Path.of("").toAbsolutePath().resolve("../../README.md");
    Matcher block = mark.matcher(Files.readString(readme));
    assertTrue(block.find(), "the README has the marked block");
    return block.group(group);
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
