package dev.dbrazor.processor;

import dev.dbrazor.processor.schema.SchemaFolder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options about schema files.
 *
 * @param folder {@code dbrazor.schema.dir}: the folder of schema files in the source tree
 * @param accept {@code dbrazor.schema.accept=true}: what differs from the file of a version that is
 *     not released is a note
 */
record SchemaOptions(Optional<SchemaFolder> folder, boolean accept) {
  static final Set<String> NAMES = Set.of("dbrazor.schema.dir", "dbrazor.schema.accept");

  static SchemaOptions of(Map<String, String> options) {
    return new SchemaOptions(
        Optional.ofNullable(options.get("dbrazor.schema.dir"))
            .filter(name -> !name.isBlank())
            .map(name -> new SchemaFolder(Path.of(name))),
        "true".equals(options.get("dbrazor.schema.accept")));
  }
}
