package dev.dbrazor.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The same people in every run. */
final class People {
  static final int COUNT = 100_000;

  private static final List<String> NAMES =
      List.of("Ada Lovelace", "Grace Hopper", "Émilie du Châtelet", "Sofja Kowalewskaja", "Li Na");
  private static final List<String> CITIES = List.of("Oslo", "Zürich", "Nairobi", "San Francisco");

  private People() {}

  /** {@link #COUNT} people with ids from 1. */
  static List<Person> all() {
    Random random = new Random(42);
    return IntStream.rangeClosed(1, COUNT).mapToObj(id -> person(id, random)).toList();
  }

  private static Person person(int id, Random random) {
    return new Person(
        id,
        NAMES.get(random.nextInt(NAMES.size())) + " " + id,
        "person" + id + "@example.com",
        random.nextInt(10) == 0 ? null : CITIES.get(random.nextInt(CITIES.size())),
        random.nextInt(100),
        random.nextDouble() * 1000,
        random.nextBoolean(),
        1_600_000_000_000L + random.nextInt(1_000_000_000));
  }
}
