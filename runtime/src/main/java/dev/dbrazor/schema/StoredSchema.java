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
    long[] numbers = new long[5];
    int from = 0;
    for (int i = 0; i < numbers.length; i++) {
      int to = row.indexOf(' ', from);
      numbers[i] = Long.parseLong(row, from, to, 10);
      from = to + 1;
    }
    return new StoredSchema(
        row.substring(from), (int) numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
  }

  static List<String> statements(String definition) {
    return List.of(definition.split(SEPARATOR));
  }
}
