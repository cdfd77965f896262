package dev.dbrazor.features.sequences;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** A process of its own that adds rows to one stream: {@code Appending FILE COUNT}. */
final class Appending {
  private Appending() {}

  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      EventDao events = new EventDao(db);
      for (int i = 0; i < Integer.parseInt(args[1]); i++) {
        events.insert(Event.of("shared", "row " + i));
      }
    }
  }
}
