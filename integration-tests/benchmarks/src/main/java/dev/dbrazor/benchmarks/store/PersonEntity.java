package dev.dbrazor.benchmarks.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A {@link Person} as Hibernate wants it. */
@Entity
@Table(name = "people")
class PersonEntity implements PersonView {
  @Id private long id;
  private String name = "";
  private String email = "";
  private @Nullable String city;
  private int age;
  private double score;
  private boolean active;
  private long joined;

  /** For Hibernate. */
  protected PersonEntity() {}

  PersonEntity(Person person) {
    id = person.id();
    set(person);
  }

  /** All but the id. */
  final void set(Person person) {
    name = person.name();
    email = person.email();
    city = person.city();
    age = person.age();
    score = person.score();
    active = person.active();
    joined = person.joined();
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String email() {
    return email;
  }

  @Override
  public @Nullable String city() {
    return city;
  }

  @Override
  public int age() {
    return age;
  }

  @Override
  public double score() {
    return score;
  }

  @Override
  public boolean active() {
    return active;
  }

  @Override
  public long joined() {
    return joined;
  }
}
