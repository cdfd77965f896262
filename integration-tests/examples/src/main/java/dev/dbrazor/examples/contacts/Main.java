package dev.dbrazor.examples.contacts;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.MigrationMode;
import dev.dbrazor.MigrationStatus;
import dev.dbrazor.PlannedMigration;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Brings a file of the first release to the third, and shows what is done on the way. */
public final class Main {
  private Main() {}

  /** The first argument is the database file; what is there already is replaced. */
  public static void main(String[] args) throws IOException {
    run(Path.of(args.length > 0 ? args[0] : "contacts.db"), System.out);
  }

  static void run(Path file, PrintStream out) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(folder.resolve(file.getFileName() + suffix));
    }
    FirstRelease.write(file);
    // Most programs leave this at AUTOMATIC: then the constructor of the DAO migrates.
    DatabaseConfig config =
        DatabaseConfig.builder().path(file).migration(MigrationMode.MANUAL).build();
    try (Database db = Database.open(config)) {
      ContactDao contacts = new ContactDao(db);
      tell(db, out);
      db.migrations().apply();
      out.println("Afterwards:");
      contacts.query().orderBy(Contact_.id.asc()).toList().forEach(out::println);
    }
    try (Database db = Database.inMemory()) {
      out.println("A new address book begins with:");
      new ContactDao(db).query().toList().forEach(out::println);
    }
  }

  private static void tell(Database db, PrintStream out) {
    for (MigrationStatus status : db.migrations().status()) {
      out.printf(
          "%s: the file is in version %d, the program in %d%n",
          status.collection(), status.stored(), status.declared());
    }
    for (PlannedMigration plan : db.migrations().plan()) {
      out.printf("The plan, for %d rows:%n", plan.rows());
      plan.sql().forEach(out::println);
    }
  }
}
