package dev.dbrazor.benchmarks.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A person as a record, or as the entity that Hibernate needs instead. */
public interface PersonView {
  long id();

  String name();

  String email();

  @Nullable String city();

  int age();

  double score();

  boolean active();

  long joined();

  /** Whether all components but the score are the same. */
  default boolean isSamePersonAs(PersonView other) {
    return id() == other.id()
        && name().equals(other.name())
        && email().equals(other.email())
        && Objects.equals(city(), other.city())
        && age() == other.age()
        && active() == other.active()
        && joined() == other.joined();
  }

  /** Whether all components are the same. */
  default boolean isEqualTo(PersonView other) {
    return isSamePersonAs(other) && score() == other.score();
  }
}
