package dev.dbrazor.features.crud;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Unique;
import dev.dbrazor.annotation.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record with a bit of everything that changes. */
@Collection("clients")
public record Customer(
    @Id @Nullable UUID id,
    String name,
    @Unique String email,
    @Unique @Nullable String phone,
    int age,
    @Nullable Integer visits,
    @Nullable Address address,
    @Nullable List<String> tags,
    Map<String, Integer> points,
    @Decimal(scale = 2) BigDecimal balance,
    @Version int version) {
  /** A nested record. */
  public record Address(
      String street, @Indexed String city, @Nullable Long steps, @Nullable List<String> notes) {}

  static Customer of(String name) {
    return new Customer(
        null,
        name,
        name + "@example.com",
        null,
        30,
        null,
        new Address("Street 1", "Oslo", null, null),
        List.of("new"),
        Map.of(),
        new BigDecimal("1.00"),
        0);
  }

  UUID key() {
    return Objects.requireNonNull(id);
  }

  Customer withId(@Nullable UUID other) {
    return new Customer(
        other, name, email, phone, age, visits, address, tags, points, balance, version);
  }

  Customer withName(String other) {
    return new Customer(
        id, other, email, phone, age, visits, address, tags, points, balance, version);
  }

  Customer withEmail(String other) {
    return new Customer(
        id, name, other, phone, age, visits, address, tags, points, balance, version);
  }

  Customer withPhone(@Nullable String other) {
    return new Customer(
        id, name, email, other, age, visits, address, tags, points, balance, version);
  }

  Customer withAddress(@Nullable Address other) {
    return new Customer(id, name, email, phone, age, visits, other, tags, points, balance, version);
  }

  Customer withTags(@Nullable List<String> other) {
    return new Customer(
        id, name, email, phone, age, visits, address, other, points, balance, version);
  }

  Customer withVersion(int other) {
    return new Customer(id, name, email, phone, age, visits, address, tags, points, balance, other);
  }
}
