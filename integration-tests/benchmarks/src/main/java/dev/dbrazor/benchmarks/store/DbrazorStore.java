package dev.dbrazor.benchmarks.store;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import dev.dbrazor.DriverChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** DBRazor as its README uses it. */
public final class DbrazorStore implements Store {
  private final Database db;
  private final PersonDao people;
  private @Nullable CustomerDao customers;

  public DbrazorStore(Path file, DriverChoice driver) {
    this(DatabaseConfig.builder().path(file).driver(driver).build());
  }

  /** With settings other than the defaults. */
  public DbrazorStore(DatabaseConfig config) {
    db = Database.open(config);
    people = new PersonDao(db);
  }

  /** For what is not common to all stores. */
  public Database database() {
    return db;
  }

  private CustomerDao customerDao() {
    CustomerDao dao = customers;
    if (dao == null) {
      dao = new CustomerDao(db);
      customers = dao;
    }
    return dao;
  }

  @Override
  public void insertAll(List<Person> given) {
    people.insertAll(given);
  }

  /** In one transaction. */
  void insertCustomers(List<Customer> given) {
    customerDao().insertAll(given);
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) {
    db.readTransaction(
        () -> {
          for (long id : ids) {
            into.accept(people.findById(id).orElseThrow());
          }
        });
  }

  @Override
  public Person read(long id) {
    return people.findById(id).orElseThrow();
  }

  @Override
  public List<Person> page(int age) {
    return people
        .where(Person_.age.eq(age))
        .orderBy(Person_.joined.asc())
        .limit(People.PAGE)
        .toList();
  }

  @Override
  public List<Person> scan() {
    return people.query().toList();
  }

  @Override
  public void updateEach(List<Person> given) {
    db.transaction(() -> given.forEach(people::update));
  }

  @Override
  public void upsertEach(List<Person> given) {
    db.transaction(() -> given.forEach(people::upsert));
  }

  @Override
  public long count(int fromAge, int toAge) {
    return people.where(Person_.age.between(fromAge, toAge)).count();
  }

  @Override
  public List<Customer> customers() {
    return customerDao().query().toList();
  }

  @Override
  public void close() {
    db.close();
  }
}
