package dev.dbrazor.schema;

import java.util.List;

/**
 * What a database says about one of its collections.
 *
 * @param version the version its rows are in
 * @param fingerprint of the definition it was made by
 * @param checksum of what the engine had of it then
 * @param cookie the engine's count of schema changes up to which that is known to hold
 * @param since when it came to this version, microseconds since 1970
 */
record StoredSchema(
    String collection, int version, long fingerprint, long checksum, long cookie, long since) {
  /** What stands between the statements of a definition. */
  static final String SEPARATOR = ";\n";

  /** The numbers in their order and the name, each behind a blank. */
  static StoredSchema parse(String row) {
    String[] parts = row.split(" ", 6);
    return new StoredSchema(
        parts[5],
        Integer.parseInt(parts[0]),
        Long.parseLong(parts[1]),
        Long.parseLong(parts[2]),
        Long.parseLong(parts[3]),
        Long.parseLong(parts[4]));
  }

  static List<String> statements(String definition) {
    return List.of(definition.split(SEPARATOR));
  }
}
