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
    JavaCompiler javac = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
    List<Path> sources;
    try (Stream<Path> files = Files.list(Path.of(args[0]))) {
      sources = files.sorted().toList();
    }
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      List<String> options = options(args[1], Boolean.parseBoolean(args[2]));
      var units = files.getJavaFileObjectsFromPaths(sources);
      boolean compiled = javac.getTask(null, files, null, options, null, units).call();
      if (!compiled) {
        throw new IllegalStateException("the records do not compile");
      }
    }
    System.out.println("compiled");
  }

  private static List<String> options(String classes, boolean processor) {
    String classPath = System.getProperty("java.class.path");
    List<String> options = new ArrayList<>(List.of("-d", classes, "-cp", classPath));
    if (processor) {
      options.addAll(List.of("-processorpath", withoutJmh(classPath)));
    } else {
      options.add("-proc:none");
    }
    return options;
  }

  /** JMH brings a processor of its own, and this project's classes name it. */
  private static String withoutJmh(String classPath) {
    return Stream.of(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.contains("jmh"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
