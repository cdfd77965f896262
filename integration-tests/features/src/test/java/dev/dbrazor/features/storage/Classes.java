package dev.dbrazor.features.storage;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;

/** The compiled classes of one artifact, from its jar or its directory. */
public final class Classes {
  private Classes() {}

  /** All classes that lie where this one does. */
  public static List<ClassReader> beside(Class<?> type) throws IOException, URISyntaxException {
    Path place = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(place)) {
      return below(place);
    }
    try (FileSystem jar =
        FileSystems.newFileSystem(URI.create("jar:" + place.toUri()), java.util.Map.of())) {
      return below(jar.getPath("/"));
    }
  }

  private static List<ClassReader> below(Path root) throws IOException {
    List<ClassReader> classes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        classes.add(new ClassReader(Files.readAllBytes(file)));
      }
    }
    return classes;
  }
}
