package dev.dbrazor.benchmarks.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A whole program: compiles all sources of a folder, with the processor or without, and says so.
 */
public final class CompileRecords {
  private CompileRecords() {}

  /** Arguments: folder of sources, folder for classes, {@code true} to run the processor. */
  public static void main(String[] args) throws IOException {
    compile(Path.of(args[0]), args[1], options(Boolean.parseBoolean(args[2])));
    System.out.println("compiled");
  }

  /** Compiles with the processor, and with these options of it. */
  public static void compile(Path sources, Path classes, List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options(true));
    all.addAll(options);
    compile(sources, classes.toString(), all);
  }

  private static void compile(Path folder, String classes, List<String> options)
      throws IOException {
    JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    List<Path> sources;
    try (Stream<Path> files = Files.list(folder)) {
      sources = files.sorted().toList();
    }
    List<String> all = new ArrayList<>(options);
    all.addAll(List.of("-d", classes, "-cp", System.getProperty("java.class.path")));
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      var units = files.getJavaFileObjectsFromPaths(sources);
      if (!javac.getTask(null, files, null, all, null, units).call()) {
        throw new IllegalStateException("the records do not compile");
      }
    }
  }

  private static List<String> options(boolean processor) {
    return processor
        ? List.of("-processorpath", withoutJmh(System.getProperty("java.class.path")))
        : List.of("-proc:none");
  }

  /** JMH brings a processor of its own, and this project's classes name it. */
  private static String withoutJmh(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.contains("jmh"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
