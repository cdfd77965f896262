package dev.dbrazor;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.Stamp;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.pool.Session;
import java.util.List;
import java.util.function.Supplier;

/** The first records of a new table. */
final class Seeds {
  private Seeds() {}

  /** Stores what the collection's {@code @Seed} method gives, if it has one. */
  static <R extends Record> void insert(
      Session session, Mapping<R, ?> mapping, StampSource stamps) {
    Supplier<? extends List<? extends Record>> seed = mapping.history().seed();
    if (seed == null) {
      return;
    }
    Stamp stamp = stamps.now();
    try (DriverStatement statement = session.prepare(mapping.statements().insert())) {
      for (Record record : seed.get()) {
        @SuppressWarnings(
            "unchecked") // the method of R returns a list of R, which the processor checks
        R seeded = (R) record;
        mapping.bindRow(
            mapping.inserted(seeded, stamp), new Binder(statement, 0, mapping.components()));
        statement.step();
        statement.reset();
      }
    }
  }
}
