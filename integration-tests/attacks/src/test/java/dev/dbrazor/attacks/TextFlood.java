package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** Runs so many different statements and prints by how many KiB the process has grown. */
final class TextFlood {
  private static final int WARM = 10_000;

  private TextFlood() {}

  public static void main(String[] args) {
    int texts = Integer.parseInt(args[1]);
    try (Database db = Database.open(Path.of(args[0]))) {
      flood(db, 0, WARM);
      long before = Machine.residentKib();
      flood(db, WARM, WARM + texts);
      System.out.println("grown " + (Machine.residentKib() - before));
    }
  }

  private static void flood(Database db, int from, int to) {
    for (int i = from; i < to; i++) {
      int expected = i;
      if (!db.query("SELECT " + i + " + ?", row -> row.int32(0), 0).get(0).equals(expected)) {
        throw new IllegalStateException("wrong result");
      }
    }
  }
}
