package dev.dbrazor.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;

/**
 * What a compiler said about some sources.
 *
 * @param said everything about the sources given, in order
 * @param output the folder that the compiler wrote to
 */
record Compiled(List<Said> said, Path output) {
  private static final Pattern TYPE =
      Pattern.compile("\\b(?:record|class|interface|enum) ([^\\s(<{]+)");
  private static final Pattern PUBLIC_TYPE = Pattern.compile("public (?:final )?" + TYPE.pattern());
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

  private static final String SOURCES = "given";

  /** One message of the compiler, and the line it is about. */
  record Said(Diagnostic.Kind kind, long line, String text) {}

  /** The compilers that a user may have. */
  enum Compiler {
    JAVAC,
    ECLIPSE;

    JavaCompiler tool() {
      return this == JAVAC ? ToolProvider.getSystemJavaCompiler() : new EclipseCompiler();
    }
  }

  /** Runs this project's processors alone; nothing is compiled beyond what they ask. */
  static Compiled processed(Compiler compiler, Path output, String... sources) {
    return run(
        compiler,
        output,
        List.of("-proc:only"),
        List.of(new CollectionProcessor(), new IndexProcessor()),
        sources);
  }

  static Compiled run(
      Compiler compiler,
      Path output,
      List<String> options,
      List<Processor> processors,
      String... sources) {
    JavaCompiler tool = compiler.tool();
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        tool.getStandardFileManager(collector, null, StandardCharsets.UTF_8)) {
      Files.createDirectories(output);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(output));
      files.setLocationFromPaths(StandardLocation.SOURCE_OUTPUT, List.of(output));
      List<String> all = new ArrayList<>(List.of("--release", "17"));
      if (!options.contains("-cp")) {
        all.addAll(List.of("-cp", System.getProperty("java.class.path")));
      }
      all.addAll(options);
      List<Path> units = new ArrayList<>();
      for (String source : sources) {
        units.add(saved(output.resolve(SOURCES), source));
      }
      JavaCompiler.CompilationTask task =
          tool.getTask(
              Writer.nullWriter(),
              files,
              collector,
              all,
              null,
              files.getJavaFileObjectsFromPaths(units));
      task.setProcessors(processors);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<Said> said =
        collector.getDiagnostics().stream()
            .filter(each -> each.getSource() == null || isGiven(each.getSource()))
            .map(Compiled::said)
            .toList();
    return new Compiled(said, output);
  }

  /** Whether it is one of the sources given, not a generated one. */
  private static boolean isGiven(JavaFileObject source) {
    return source.toUri().getPath().contains("/" + SOURCES + "/");
  }

  List<Said> errors() {
    return said.stream().filter(each -> each.kind() == Diagnostic.Kind.ERROR).toList();
  }

  private static Said said(Diagnostic<? extends JavaFileObject> diagnostic) {
    return new Said(
        diagnostic.getKind(), diagnostic.getLineNumber(), diagnostic.getMessage(null).strip());
  }

  /** Writes a source, named after its public type or else its first; Eclipse reads only files. */
  private static Path saved(Path folder, String source) throws IOException {
    String name = first(PUBLIC_TYPE, source).or(() -> first(TYPE, source)).orElse("Empty");
    String in = first(PACKAGE, source).map(each -> each.replace('.', '/') + "/").orElse("");
    Path file = folder.resolve(in + name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }

  private static Optional<String> first(Pattern pattern, String source) {
    Matcher matcher = pattern.matcher(source);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
