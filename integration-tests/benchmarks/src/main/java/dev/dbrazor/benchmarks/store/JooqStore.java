package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** jOOQ as it is mostly used: each query built where it is needed. */
final class JooqStore implements Store {
  private final OneConnection source;
  private final JooqTables tables;

  JooqStore(Path file) throws SQLException {
    source = JooqTables.open(file);
    tables = new JooqTables(source);
  }

  @Override
  public void insertAll(List<Person> given) {
    tables.insertAll(given);
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) {
    tables
        .context()
        .transaction(
            inside -> {
              for (long id : ids) {
                into.accept(read(id));
              }
            });
  }

  @Override
  public Person read(long id) {
    return Objects.requireNonNull(tables.read(id).fetchOne(JooqTables.PERSON));
  }

  @Override
  public List<Person> page(int age) {
    return tables.page(age).fetch(JooqTables.PERSON);
  }

  @Override
  public List<Person> scan() {
    return tables.scan().fetch(JooqTables.PERSON);
  }

  @Override
  public void updateEach(List<Person> given) {
    tables
        .context()
        .transaction(
            inside -> {
              for (Person person : given) {
                tables.update(person).execute();
              }
            });
  }

  @Override
  public void upsertEach(List<Person> given) {
    tables
        .context()
        .transaction(
            inside -> {
              for (Person person : given) {
                tables.upsert(person).execute();
              }
            });
  }

  @Override
  public long count(int fromAge, int toAge) {
    return Objects.requireNonNull(tables.counted(fromAge, toAge).fetchOne(0, long.class));
  }

  @Override
  public List<Customer> customers() {
    return tables.customers().fetch(JooqTables.CUSTOMER);
  }

  @Override
  public void close() throws SQLException {
    source.end();
  }
}
