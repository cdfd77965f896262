package dev.dbrazor.attacks;

import dev.dbrazor.Database;
import java.nio.file.Path;

/** Adds one to a counter so many times. */
final class CountingProcess {
  private CountingProcess() {}

  public static void main(String[] args) {
    try (Database db = Database.open(Path.of(args[0]))) {
      CounterDao counters = new CounterDao(db);
      int times = Integer.parseInt(args[1]);
      for (int i = 0; i < times; i++) {
        counters.update("c", Counter_.value.increment(1));
      }
    }
  }
}
