package dev.dbrazor.benchmarks.store;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The same data in every run and for everybody. */
public final class People {
  /** A hundred ages, each as frequent as the others. */
  public static final int AGES = 100;

  /** Rows of a page. */
  public static final int PAGE = 100;

  /** There is a customer for so many people. */
  public static final int PEOPLE_A_CUSTOMER = 10;

  private static final List<String> NAMES =
      List.of("Ada Lovelace", "Grace Hopper", "Émilie du Châtelet", "Sofja Kowalewskaja", "Li Na");
  private static final List<String> CITIES = List.of("Oslo", "Zürich", "Nairobi", "San Francisco");
  private static final List<String> TAGS = List.of("vip", "new", "abroad", "newsletter");
  private static final int STRIDE = 7919; // prime: visits every row once

  private People() {}

  /** Ids from 1, in the order of their joining. */
  public static List<Person> first(int count) {
    Random random = new Random(42);
    return IntStream.rangeClosed(1, count).mapToObj(id -> person(id, random)).toList();
  }

  private static Person person(int id, Random random) {
    return new Person(
        id,
        NAMES.get(random.nextInt(NAMES.size())) + " " + id,
        "person" + id + "@example.com",
        random.nextInt(10) == 0 ? null : CITIES.get(random.nextInt(CITIES.size())),
        id % AGES,
        random.nextDouble() * 1000,
        random.nextBoolean(),
        1_600_000_000_000L + id * 60_000L + random.nextInt(60_000));
  }

  /** Ids from 1. */
  public static List<Customer> customers(int count) {
    Random random = new Random(43);
    return IntStream.rangeClosed(1, count).mapToObj(id -> customer(id, random)).toList();
  }

  private static Customer customer(int id, Random random) {
    Address address =
        new Address(
            "Main Street " + id,
            CITIES.get(random.nextInt(CITIES.size())),
            random.nextInt(-90_000, 90_000) / 1000.0,
            random.nextInt(-180_000, 180_000) / 1000.0);
    return new Customer(
        id,
        NAMES.get(random.nextInt(NAMES.size())) + " " + id,
        address,
        TAGS.subList(0, random.nextInt(TAGS.size())));
  }

  /** The turn's index in a walk over all of {@code count} rows, far from the one before. */
  public static int spread(long turn, int count) {
    return (int) (turn * STRIDE % count);
  }
}
