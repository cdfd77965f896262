package dev.dbrazor.features.model;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Unique;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parent with a wrapped id, a wrapped unique component and a nested unique one. */
@Collection("authors")
public record Author(
    @Id @Nullable AuthorId id, String name, @Unique Email email, Passport passport) {
  /** A typed id. */
  public record AuthorId(UUID value) {}

  /** A record of one component: a column of its own, not JSON. */
  public record Email(String value) {}

  /** A nested record with a unique component. */
  public record Passport(String country, @Unique String number) {}

  static Author of(String name) {
    return new Author(
        null, name, new Email(name + "@example.com"), new Passport("NO", "N-" + name));
  }
}
