package dev.dbrazor.features.crud;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Unique;
import org.jspecify.annotations.Nullable;

/** A record with indexes, and with something that is in none. */
@Collection("members")
public record Member(
    @Id long id,
    @Unique String name,
    @Indexed @Nullable Integer rank,
    Home home,
    @Nullable String note) {
  /** A nested record. */
  public record Home(@Indexed String city, String street) {}

  static Member of(long id) {
    return new Member(id, "m" + id, 1, new Home("Oslo", "Street " + id), null);
  }

  Member withName(String other) {
    return new Member(id, other, rank, home, note);
  }

  Member withRank(@Nullable Integer other) {
    return new Member(id, name, other, home, note);
  }

  Member withCity(String other) {
    return new Member(id, name, rank, new Home(other, home.street()), note);
  }

  Member withNote(String other) {
    return new Member(id, name, rank, home, other);
  }
}
