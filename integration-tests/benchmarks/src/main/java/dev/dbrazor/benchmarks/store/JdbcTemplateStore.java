package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring's template, with row mappers and parameter setters written by hand. */
final class JdbcTemplateStore implements Store {
  private static final RowMapper<Person> PERSON = (row, number) -> JdbcRows.person(row);
  private static final RowMapper<Customer> CUSTOMER = (row, number) -> JdbcRows.customer(row);

  private final OneConnection source;
  private final JdbcTemplate template;
  private final TransactionTemplate transaction;

  JdbcTemplateStore(Path file) throws SQLException {
    source = new OneConnection(file);
    template = new JdbcTemplate(source);
    transaction = new TransactionTemplate(new JdbcTransactionManager(source));
  }

  @Override
  public void insertAll(List<Person> given) {
    transaction.executeWithoutResult(
        status -> template.batchUpdate(Sql.INSERT, given, Sql.BATCH, JdbcRows::bindInsert));
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) {
    transaction.executeWithoutResult(
        status -> {
          for (long id : ids) {
            into.accept(read(id));
          }
        });
  }

  @Override
  public Person read(long id) {
    return Objects.requireNonNull(template.queryForObject(Sql.READ, PERSON, id));
  }

  @Override
  public List<Person> page(int age) {
    return template.query(Sql.PAGE, PERSON, age);
  }

  @Override
  public List<Person> scan() {
    return template.query(Sql.SCAN, PERSON);
  }

  @Override
  public void updateEach(List<Person> given) {
    transaction.executeWithoutResult(
        status -> {
          for (Person person : given) {
            template.update(Sql.UPDATE, statement -> JdbcRows.bindUpdate(statement, person));
          }
        });
  }

  @Override
  public void upsertEach(List<Person> given) {
    transaction.executeWithoutResult(
        status -> {
          for (Person person : given) {
            template.update(Sql.UPSERT, statement -> JdbcRows.bindInsert(statement, person));
          }
        });
  }

  @Override
  public long count(int fromAge, int toAge) {
    return Objects.requireNonNull(template.queryForObject(Sql.COUNT, Long.class, fromAge, toAge));
  }

  @Override
  public List<Customer> customers() {
    return template.query(Sql.CUSTOMERS, CUSTOMER);
  }

  @Override
  public void close() throws SQLException {
    source.end();
  }
}
