package dev.dbrazor.examples.contacts;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** Writes a file as the first release left it. */
final class FirstRelease {
  /** As {@code src/main/dbrazor/contacts/1.json} has it. */
  private static final String CREATE =
      """
      CREATE TABLE contacts (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        phone TEXT
      ) STRICT\
      """;

  private FirstRelease() {}

  static void write(Path file) {
    try (Database db = Database.open(file)) {
      db.execute(CREATE);
      db.execute(
          "INSERT INTO contacts (name, phone) VALUES ('Ada Lovelace', '1815'), ('Alan Mathison"
              + " Turing', '1912'), ('Plato', NULL)");
    }
  }
}
