package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Jdbi with positional parameters and row mappers written by hand, its cheapest way. */
final class JdbiStore implements Store {
  private static final RowMapper<Person> PERSON = (row, context) -> JdbcRows.person(row);
  private static final RowMapper<Customer> CUSTOMER = (row, context) -> JdbcRows.customer(row);

  private final OneConnection source;
  private final Jdbi jdbi;

  JdbiStore(Path file) throws SQLException {
    source = new OneConnection(file);
    jdbi = Jdbi.create(source);
  }

  @Override
  public void insertAll(List<Person> given) {
    jdbi.useTransaction(
        handle -> {
          for (int from = 0; from < given.size(); from += Sql.BATCH) {
            insert(handle, given.subList(from, Math.min(from + Sql.BATCH, given.size())));
          }
        });
  }

  private static void insert(Handle handle, List<Person> some) {
    try (PreparedBatch batch = handle.prepareBatch(Sql.INSERT)) {
      for (Person person : some) {
        bindInsert(batch, person).add();
      }
      batch.execute();
    }
  }

  private static <S extends SqlStatement<S>> S bindInsert(S statement, Person person) {
    return bindRest(statement.bind(0, person.id()), 1, person);
  }

  private static <S extends SqlStatement<S>> S bindRest(S statement, int first, Person person) {
    return statement
        .bind(first, person.name())
        .bind(first + 1, person.email())
        .bind(first + 2, person.city())
        .bind(first + 3, person.age())
        .bind(first + 4, person.score())
        .bind(first + 5, person.active())
        .bind(first + 6, person.joined());
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) {
    jdbi.useTransaction(
        handle -> {
          for (long id : ids) {
            into.accept(read(handle, id));
          }
        });
  }

  @Override
  public Person read(long id) {
    return jdbi.withHandle(handle -> read(handle, id));
  }

  private static Person read(Handle handle, long id) {
    return handle.createQuery(Sql.READ).bind(0, id).map(PERSON).one();
  }

  @Override
  public List<Person> page(int age) {
    return jdbi.withHandle(handle -> handle.createQuery(Sql.PAGE).bind(0, age).map(PERSON).list());
  }

  @Override
  public List<Person> scan() {
    return jdbi.withHandle(handle -> handle.createQuery(Sql.SCAN).map(PERSON).list());
  }

  @Override
  public void updateEach(List<Person> given) {
    jdbi.useTransaction(
        handle -> {
          for (Person person : given) {
            bindRest(handle.createUpdate(Sql.UPDATE), 0, person).bind(7, person.id()).execute();
          }
        });
  }

  @Override
  public void upsertEach(List<Person> given) {
    jdbi.useTransaction(
        handle -> {
          for (Person person : given) {
            bindInsert(handle.createUpdate(Sql.UPSERT), person).execute();
          }
        });
  }

  @Override
  public long count(int fromAge, int toAge) {
    return jdbi.withHandle(
        handle ->
            handle.createQuery(Sql.COUNT).bind(0, fromAge).bind(1, toAge).mapTo(long.class).one());
  }

  @Override
  public List<Customer> customers() {
    return jdbi.withHandle(handle -> handle.createQuery(Sql.CUSTOMERS).map(CUSTOMER).list());
  }

  @Override
  public void close() throws SQLException {
    source.end();
  }
}
