package dev.dbrazor.features.migrations;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import java.nio.file.Path;

/**
 * A process of its own that opens a file with one compiled program, and says when it begins, each
 * time it has made a table anew, and when it is done.
 */
public final class Migrate {
  private Migrate() {}

  /** The program's classes, then the file. */
  public static void main(String[] arguments) {
    DatabaseConfig config =
        DatabaseConfig.builder()
            .path(Path.of(arguments[1]))
            .migrationProgress(progress -> System.out.println("rebuilt " + progress.done()))
            .build();
    Program program = new Program(Path.of(arguments[0]));
    try (Database db = Database.open(config)) {
      System.out.println("begins");
      program.run(db);
      System.out.println("done");
    }
  }
}
