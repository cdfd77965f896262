package dev.dbrazor.processor.read;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.tools.StandardLocation;

/**
 * The index that a compilation leaves for those that use its classes.
 *
 * <pre>
 * META-INF/dbrazor/collections/customers      shop.Customer
 * META-INF/dbrazor/records/shop.Address       location .
 *                                             lines 0
 * </pre>
 *
 * <p>A record's lines are its components that are nullable somewhere, with the positions of {@link
 * TypeUse#position}; a point stands for the whole component. One file a name, so that a look-up
 * finds the right one among many jars.
 */
final class IndexResources implements NullnessIndex {
  private static final String COLLECTIONS = "META-INF/dbrazor/collections/";
  private static final String RECORDS = "META-INF/dbrazor/records/";

  private final Filer filer;
  private final Map<String, Map<String, Set<String>>> read = new HashMap<>();

  IndexResources(Filer filer) {
    this.filer = filer;
  }

  @Override
  public Set<String> of(TypeElement record, String component) {
    return read.computeIfAbsent(record.getQualifiedName().toString(), this::load)
        .getOrDefault(component, Set.of());
  }

  /** The record of a collection that an earlier compilation left word of. */
  Optional<String> collection(String table) {
    return content(StandardLocation.CLASS_PATH, COLLECTIONS + table)
        .or(() -> content(StandardLocation.CLASS_OUTPUT, COLLECTIONS + table))
        .map(String::strip);
  }

  void writeCollection(String table, TypeElement record) throws IOException {
    write(COLLECTIONS + table, record.getQualifiedName() + "\n", record);
  }

  /** Writes nothing for a record without nullable components. */
  void writeRecord(TypeElement record, Map<String, Set<String>> nullable) throws IOException {
    String lines =
        new TreeMap<>(nullable)
            .entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> entry.getKey() + " " + positions(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    if (!lines.isEmpty()) {
      write(RECORDS + record.getQualifiedName(), lines, record);
    }
  }

  private static String positions(Set<String> positions) {
    return new TreeSet<>(positions)
        .stream().map(each -> each.isEmpty() ? "." : each).collect(Collectors.joining(" "));
  }

  private void write(String name, String text, TypeElement origin) throws IOException {
    try (Writer writer =
        filer.createResource(StandardLocation.CLASS_OUTPUT, "", name, origin).openWriter()) {
      writer.write(text);
    }
  }

  private Map<String, Set<String>> load(String record) {
    return content(StandardLocation.CLASS_PATH, RECORDS + record)
        .map(IndexResources::parse)
        .orElse(Map.of());
  }

  private Optional<String> content(StandardLocation location, String name) {
    try {
      return Optional.of(filer.getResource(location, "", name).getCharContent(true).toString());
    } catch (IOException | IllegalArgumentException | UnsupportedOperationException absent) {
      return Optional.empty();
    }
  }

  private static Map<String, Set<String>> parse(String text) {
    Map<String, Set<String>> components = new HashMap<>();
    for (String line : text.lines().toList()) {
      List<String> words = Arrays.asList(line.split(" "));
      components.put(
          words.get(0),
          words.stream()
              .skip(1)
              .map(each -> each.equals(".") ? "" : each)
              .collect(Collectors.toSet()));
    }
    return components;
  }
}
