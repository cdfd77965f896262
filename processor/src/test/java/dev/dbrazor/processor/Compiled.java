package dev.dbrazor.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
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
  private static final Pattern TYPE = Pattern.compile("\\b(?:record|class|interface|enum) (\\w+)");
  private static final Pattern PACKAGE = Pattern.compile("package ([\\w.]+);");

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
      List<Source> units = new ArrayList<>();
      for (String source : sources) {
        units.add(new Source(source));
      }
      JavaCompiler.CompilationTask task = tool.getTask(null, files, collector, all, null, units);
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
    return "memory".equals(source.toUri().getScheme());
  }

  List<Said> errors() {
    return said.stream().filter(each -> each.kind() == Diagnostic.Kind.ERROR).toList();
  }

  private static Said said(Diagnostic<? extends JavaFileObject> diagnostic) {
    return new Said(
        diagnostic.getKind(), diagnostic.getLineNumber(), diagnostic.getMessage(null).strip());
  }

  /** A source in memory, named after its first public type, or its first type. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("memory:///" + path(text) + ".java"), Kind.SOURCE);
      this.text = text;
    }

    private static String path(String text) {
      Matcher type = TYPE.matcher(text.contains("public ") ? text.split("public ", 2)[1] : text);
      Matcher in = PACKAGE.matcher(text);
      String name = type.find() ? type.group(1) : "Empty";
      return in.find() ? in.group(1).replace('.', '/') + "/" + name : name;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
