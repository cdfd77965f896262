package dev.dbrazor.benchmarks.store;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Index;
import org.jspecify.annotations.Nullable;

/** Eight columns of the usual kinds: what everybody stores and reads. */
@Collection(value = "people", indexes = @Index(columns = {"age", "joined"}))
public record Person(
    @Id long id,
    String name,
    String email,
    @Nullable String city,
    int age,
    double score,
    boolean active,
    long joined)
    implements PersonView {
  /** The same person with another score. */
  public Person withScore(double changed) {
    return new Person(id, name, email, city, age, changed, active, joined);
  }
}
