package dev.dbrazor.features.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * One run of javac with the product's processor.
 *
 * @param errors each error as {@code line: message}
 */
public record Compilation(boolean success, List<String> errors) {
  /** Compiles sources by class name into a directory, against this process's class path. */
  public static Compilation of(Path output, Map<String, String> sources) {
    return of(output, List.of("-classpath", JavaProcess.classPath()), sources);
  }

  /** Compiles with these options beside those that name the output and the processor path. */
  public static Compilation of(Path output, List<String> options, Map<String, String> sources) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", output.toString(), "--release", "17"));
    all.addAll(List.of("-processorpath", JavaProcess.classPath()));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
      List<Source> units =
          sources.entrySet().stream().map(s -> new Source(s.getKey(), s.getValue())).toList();
      boolean success = compiler.getTask(null, files, found, all, null, units).call();
      return new Compilation(success, errors(found));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<String> errors(DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
        .map(d -> d.getLineNumber() + ": " + d.getMessage(Locale.ROOT))
        .collect(Collectors.toList());
  }

  /** A source held in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String className, String text) {
      super(
          URI.create("string:///" + className.replace('.', '/') + Kind.SOURCE.extension),
          Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
