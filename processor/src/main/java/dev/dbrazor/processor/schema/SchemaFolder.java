package dev.dbrazor.processor.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The folder in the source tree that {@code -Adbrazor.schema.dir} names: one folder a collection,
 * one file a version.
 *
 * <pre>
 * src/main/dbrazor/customers/1.json
 * src/main/dbrazor/customers/2.json
 * </pre>
 *
 * The processor only reads it; what it would like to see there it leaves in the output folder.
 */
public final class SchemaFolder {
  private final Path folder;

  public SchemaFolder(Path folder) {
    this.folder = folder;
  }

  /** Where the file of a version belongs, for messages. */
  public Path place(String collection, int version) {
    return folder.resolve(collection).resolve(version + ".json");
  }

  /** A version's file, if there is one; {@link IOException} tells what is wrong with it. */
  public Optional<SchemaFile> read(String collection, int version) throws IOException {
    Path file = place(collection, version);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    SchemaFile read;
    try {
      read = SchemaParser.parse(Files.readString(file));
    } catch (IOException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
    if (!read.collection().equals(collection)
        || read.version() != version
        || read.sql().isEmpty()) {
      throw new IOException(
          file + " is not the schema of " + collection + " in version " + version);
    }
    return Optional.of(read);
  }

  /** Where files of the versions before one should be, but are not, oldest first. */
  public List<Path> missing(String collection, int version) {
    return IntStream.range(1, version)
        .mapToObj(each -> place(collection, each))
        .filter(file -> !Files.isRegularFile(file))
        .toList();
  }

  /** The versions before one, oldest first, back to the first that is missing. */
  public SortedMap<Integer, SchemaFile> before(String collection, int version) throws IOException {
    SortedMap<Integer, SchemaFile> files = new TreeMap<>();
    for (int each = version - 1; each > 0; each--) {
      Optional<SchemaFile> file = read(collection, each);
      if (file.isEmpty()) {
        break;
      }
      files.put(each, file.get());
    }
    return files;
  }
}
