package dev.dbrazor.benchmarks;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** A whole program: opens a database, reads one record, prints it. */
final class FirstRowDbrazor {
  private FirstRowDbrazor() {}

  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      System.out.println(new PersonDao(db).findById(1L).orElseThrow());
    }
  }
}
