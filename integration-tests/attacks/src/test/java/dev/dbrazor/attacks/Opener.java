package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DbRazorException;
import java.nio.file.Path;

/** Opens a file and writes, or only reads; prints how that ended. */
final class Opener {
  private Opener() {}

  public static void main(String[] args) {
    boolean readOnly = Boolean.parseBoolean(args[1]);
    DatabaseConfig config =
        DatabaseConfig.builder().path(Path.of(args[0])).readOnly(readOnly).build();
    try (Database db = Database.open(config)) {
      EntryDao entries = new EntryDao(db);
      if (!readOnly) {
        entries.insert(Entry.of(1, "a"));
      }
      System.out.println("done " + entries.count());
    } catch (DbRazorException e) {
      System.out.println("typed " + e.code() + " " + e.getMessage());
    }
  }
}
