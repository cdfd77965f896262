package dev.dbrazor.benchmarks.store;

import java.util.List;

/** A customer as a record, or as the entity that Hibernate needs instead. */
public interface CustomerView {
  long id();

  String name();

  Address address();

  List<String> tags();

  /** Whether all components are the same. */
  default boolean isEqualTo(CustomerView other) {
    return id() == other.id()
        && name().equals(other.name())
        && address().equals(other.address())
        && tags().equals(other.tags());
  }
}
