package dev.dbrazor.features.migrations;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** A process of its own that opens a file with one compiled program, and says when it did. */
public final class Migrate {
  private Migrate() {}

  /** The program's classes, then the file. */
  public static void main(String[] arguments) {
    Path file = Path.of(arguments[1]);
    try (Database db = Database.open(file)) {
      new Program(Path.of(arguments[0])).run(db);
    }
  }
}
