package dev.dbrazor.benchmarks.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/** One way of keeping people and customers in a file: all that is measured, for one thread. */
public interface Store extends AutoCloseable {
  /** In one transaction. */
  void insertAll(List<Person> people) throws SQLException;

  /** One statement a person, all in one transaction. */
  void readEach(long[] ids, Consumer<? super PersonView> into) throws SQLException;

  /** On its own, outside any transaction. */
  PersonView read(long id) throws SQLException;

  /** The first {@link People#PAGE} of an age in the order of their joining. */
  List<? extends PersonView> page(int age) throws SQLException;

  List<? extends PersonView> scan() throws SQLException;

  /** Whole records by key, one statement each, all in one transaction. */
  void updateEach(List<Person> people) throws SQLException;

  /** Whole records by key, one statement each, all in one transaction. */
  void upsertEach(List<Person> people) throws SQLException;

  /** How many are as old as that, both ends included. */
  long count(int fromAge, int toAge) throws SQLException;

  /** All of them, with their JSON components as objects. */
  List<? extends CustomerView> customers() throws SQLException;

  @Override
  void close() throws SQLException;
}
