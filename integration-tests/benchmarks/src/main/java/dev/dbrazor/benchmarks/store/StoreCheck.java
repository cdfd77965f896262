package dev.dbrazor.benchmarks.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Compares what a store answers with the data it was given; throws when they differ. */
public final class StoreCheck {
  private final Store store;
  private final List<Person> people;

  /**
   * The people that the store holds by now, except for their scores, which may have been changed.
   */
  public StoreCheck(Store store, List<Person> people) {
    this.store = store;
    this.people = people;
  }

  /** Every kind of reading. */
  public void reads() throws SQLException {
    scan();
    keys();
    pages();
    counts();
    customers();
  }

  /** All people are there, and only they. */
  public void scan() throws SQLException {
    List<? extends PersonView> found =
        store.scan().stream().sorted(Comparator.comparingLong(PersonView::id)).toList();
    require(found.size() == people.size(), "rows: " + found.size());
    for (int index = 0; index < people.size(); index++) {
      same(found.get(index), people.get(index));
    }
  }

  private void keys() throws SQLException {
    long[] ids = people.stream().limit(1000).mapToLong(Person::id).toArray();
    List<PersonView> found = new ArrayList<>();
    store.readEach(ids, found::add);
    require(found.size() == ids.length, "read by key: " + found.size());
    for (int index = 0; index < ids.length; index++) {
      same(found.get(index), people.get(index));
    }
    same(store.read(people.get(0).id()), people.get(0));
  }

  private void pages() throws SQLException {
    for (int age : new int[] {0, People.AGES / 2, People.AGES - 1}) {
      List<Person> expected =
          people.stream()
              .filter(person -> person.age() == age)
              .sorted(Comparator.comparingLong(Person::joined))
              .limit(People.PAGE)
              .toList();
      List<? extends PersonView> found = store.page(age);
      require(found.size() == expected.size(), "rows of a page: " + found.size());
      for (int index = 0; index < expected.size(); index++) {
        same(found.get(index), expected.get(index));
      }
    }
  }

  private void counts() throws SQLException {
    long expected = people.stream().filter(person -> person.age() / 5 == 2).count();
    long found = store.count(10, 14);
    require(found == expected, "count: " + found);
  }

  private void customers() throws SQLException {
    List<Customer> expected = People.customers(people.size() / People.PEOPLE_A_CUSTOMER);
    List<? extends CustomerView> found = store.customers();
    require(found.size() == expected.size(), "customers: " + found.size());
    for (int index = 0; index < expected.size(); index++) {
      require(found.get(index).isEqualTo(expected.get(index)), "customer " + index);
    }
  }

  /** Updates and upserts some, and expects their new scores and nothing else. */
  public void changes() throws SQLException {
    List<Person> some = people.subList(0, Math.min(500, people.size()));
    store.updateEach(some.stream().map(person -> person.withScore(-1)).toList());
    scores(some, -1);
    store.upsertEach(some.stream().map(person -> person.withScore(-2)).toList());
    scores(some, -2);
    scan();
  }

  private void scores(List<Person> some, double expected) throws SQLException {
    for (Person person : some) {
      PersonView found = store.read(person.id());
      require(found.isEqualTo(person.withScore(expected)), "not stored: " + person);
    }
  }

  private void same(PersonView found, Person expected) {
    require(found.isSamePersonAs(expected), found + " instead of " + expected);
  }

  private void require(boolean correct, String what) {
    if (!correct) {
      throw new IllegalStateException(store.getClass().getSimpleName() + ": " + what);
    }
  }
}
