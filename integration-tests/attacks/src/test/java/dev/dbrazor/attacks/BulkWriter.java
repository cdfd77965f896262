package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.Durability;
import java.nio.file.Path;
import java.util.Collections;

/** Stores batch after batch until it is killed, and prints the number of each that is stored. */
final class BulkWriter {
  static final int ROWS = 50;

  private BulkWriter() {}

  public static void main(String[] args) {
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(Path.of(args[0]))
            .durability(Durability.valueOf(args[1]))
            .build();
    try (Database db = Database.open(config)) {
      EntryDao entries = new EntryDao(db);
      for (int batch = Integer.parseInt(args[2]); ; batch++) {
        entries.insertAll(Collections.nCopies(ROWS, Entry.of(batch, "x".repeat(batch % 300))));
        System.out.println("stored " + batch);
      }
    }
  }
}
