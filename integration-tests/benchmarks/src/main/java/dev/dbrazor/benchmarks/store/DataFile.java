package dev.dbrazor.benchmarks.store;

import dev.dbrazor.DriverChoice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Files that all peers get copies of: same tables, same rows, same page size. */
public final class DataFile {
  /** Names the folder where a file that was made once is kept for other processes. */
  public static final String FOLDER = "benchmarks.data";

  private DataFile() {}

  /** A copy named {@code people.db}, with so many people; 0 for empty tables. */
  public static Path copyTo(Path folder, int people) throws IOException {
    Path original = Path.of(System.getProperty(FOLDER, folder.toString()), people + ".db");
    if (!Files.exists(original)) {
      make(original, people);
    }
    return Files.copy(original, folder.resolve("people.db"));
  }

  private static void make(Path file, int people) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    try (DbrazorStore store = new DbrazorStore(unfinished, DriverChoice.JDBC)) {
      store.insertAll(People.first(people));
      store.insertCustomers(People.customers(people / People.PEOPLE_A_CUSTOMER));
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Deletes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
