package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jooq.CloseableQuery;
import org.jooq.CloseableResultQuery;
import org.jooq.Record1;
import org.jooq.Record4;
import org.jooq.Record8;
import org.jspecify.annotations.Nullable;

/** jOOQ with queries built once, whose statements are kept open: its fastest way. */
final class JooqKeptStore implements Store {
  private static final Person ANYBODY = new Person(0, "", "", "", 0, 0, false, 0);

  private final OneConnection source;
  private final JooqTables tables;
  private final CloseableResultQuery<
          Record8<Long, String, String, String, Integer, Double, Boolean, Long>>
      read;
  private final CloseableResultQuery<
          Record8<Long, String, String, String, Integer, Double, Boolean, Long>>
      page;
  private final CloseableResultQuery<
          Record8<Long, String, String, String, Integer, Double, Boolean, Long>>
      scan;
  private final CloseableResultQuery<Record1<Integer>> counted;
  private final CloseableResultQuery<Record4<Long, String, Address, List<String>>> customers;
  private final CloseableQuery update;
  private final CloseableQuery upsert;

  JooqKeptStore(Path file) throws SQLException {
    source = JooqTables.open(file);
    tables = new JooqTables(source);
    read = tables.read(0).keepStatement(true);
    page = tables.page(0).keepStatement(true);
    scan = tables.scan().keepStatement(true);
    counted = tables.counted(0, 0).keepStatement(true);
    customers = tables.customers().keepStatement(true);
    update = tables.update(ANYBODY).keepStatement(true);
    upsert = tables.upsert(ANYBODY).keepStatement(true);
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
    return Objects.requireNonNull(read.bind(1, id).fetchOne(JooqTables.PERSON));
  }

  @Override
  public List<Person> page(int age) {
    return page.bind(1, age).fetch(JooqTables.PERSON);
  }

  @Override
  public List<Person> scan() {
    return scan.fetch(JooqTables.PERSON);
  }

  @Override
  public void updateEach(List<Person> given) {
    tables
        .context()
        .transaction(
            inside -> {
              for (Person person : given) {
                execute(update, JooqTables.inUpdate(person));
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
                execute(upsert, JooqTables.inInsert(person));
              }
            });
  }

  private static void execute(CloseableQuery query, @Nullable Object[] values) {
    for (int index = 0; index < values.length; index++) {
      query.bind(index + 1, values[index]);
    }
    query.execute();
  }

  @Override
  public long count(int fromAge, int toAge) {
    return Objects.requireNonNull(counted.bind(1, fromAge).bind(2, toAge).fetchOne(0, long.class));
  }

  @Override
  public List<Customer> customers() {
    return customers.fetch(JooqTables.CUSTOMER);
  }

  @Override
  public void close() throws SQLException {
    for (CloseableQuery query : List.of(read, page, scan, counted, customers, update, upsert)) {
      query.close();
    }
    source.end();
  }
}
