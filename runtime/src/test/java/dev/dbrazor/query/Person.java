package dev.dbrazor.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a component of every kind that queries treat in its own way. */
record Person(
    @Nullable UUID id,
    String name,
    @Nullable String email,
    @Nullable Integer age,
    long visits,
    short level,
    @Nullable Double score,
    BigDecimal balance,
    boolean active,
    @Nullable Home home,
    List<String> tags,
    @Nullable Set<UUID> friends,
    Map<String, Integer> counts,
    @Nullable Instant updatedAt,
    int version) {

  /** Nested; the city has a generated column. */
  record Home(String street, @Nullable String city, @Nullable Point point, int floor) {}

  /** Nested twice. */
  record Point(int x, @Nullable Boolean exact, @Nullable List<String> notes) {}

  static Person named(String name) {
    return new Person(
        null,
        name,
        null,
        null,
        0,
        (short) 0,
        null,
        new BigDecimal("0.00"),
        true,
        null,
        List.of(),
        null,
        Map.of(),
        null,
        0);
  }

  Person withId(@Nullable UUID newId) {
    return new Person(
        newId, name, email, age, visits, level, score, balance, active, home, tags, friends, counts,
        updatedAt, version);
  }

  Person withName(String newName) {
    return new Person(
        id, newName, email, age, visits, level, score, balance, active, home, tags, friends, counts,
        updatedAt, version);
  }

  Person withEmail(@Nullable String newEmail) {
    return new Person(
        id, name, newEmail, age, visits, level, score, balance, active, home, tags, friends, counts,
        updatedAt, version);
  }

  Person withAge(@Nullable Integer newAge) {
    return new Person(
        id, name, email, newAge, visits, level, score, balance, active, home, tags, friends, counts,
        updatedAt, version);
  }

  Person withVisits(long newVisits) {
    return new Person(
        id, name, email, age, newVisits, level, score, balance, active, home, tags, friends, counts,
        updatedAt, version);
  }

  Person withBalance(String newBalance) {
    return new Person(
        id,
        name,
        email,
        age,
        visits,
        level,
        score,
        new BigDecimal(newBalance),
        active,
        home,
        tags,
        friends,
        counts,
        updatedAt,
        version);
  }

  Person withHome(@Nullable Home newHome) {
    return new Person(
        id, name, email, age, visits, level, score, balance, active, newHome, tags, friends, counts,
        updatedAt, version);
  }

  Person withTags(String... newTags) {
    return new Person(
        id,
        name,
        email,
        age,
        visits,
        level,
        score,
        balance,
        active,
        home,
        List.of(newTags),
        friends,
        counts,
        updatedAt,
        version);
  }

  Person withFriends(@Nullable Set<UUID> newFriends) {
    return new Person(
        id,
        name,
        email,
        age,
        visits,
        level,
        score,
        balance,
        active,
        home,
        tags,
        newFriends,
        counts,
        updatedAt,
        version);
  }

  Person withCounts(Map<String, Integer> newCounts) {
    return new Person(
        id, name, email, age, visits, level, score, balance, active, home, tags, friends, newCounts,
        updatedAt, version);
  }
}
