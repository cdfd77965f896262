package dev.dbrazor.features.start;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** A whole program: opens a file, reads one landmark, prints its name. */
final class FirstRow {
  private FirstRow() {}

  public static void main(String[] arguments) {
    try (Database db = Database.open(Path.of(arguments[0]))) {
      System.out.println(new LandmarkDao(db).findById(1L).orElseThrow().name());
    }
  }
}
