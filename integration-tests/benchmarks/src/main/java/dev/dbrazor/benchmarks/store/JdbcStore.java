package dev.dbrazor.benchmarks.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** JDBC as a careful person writes it by hand: each statement prepared once. The measure: 1. */
public final class JdbcStore implements Store {
  private final Connection connection;
  private final Kept insert = new Kept(Sql.INSERT);
  private final Kept read = new Kept(Sql.READ);
  private final Kept page = new Kept(Sql.PAGE);
  private final Kept scan = new Kept(Sql.SCAN);
  private final Kept update = new Kept(Sql.UPDATE);
  private final Kept upsert = new Kept(Sql.UPSERT);
  private final Kept count = new Kept(Sql.COUNT);
  private final Kept customers = new Kept(Sql.CUSTOMERS);

  public JdbcStore(Path file) throws SQLException {
    this(SqliteFile.connect(file));
  }

  /** Takes the connection over. */
  public JdbcStore(Connection connection) {
    this.connection = connection;
  }

  /** A statement that is prepared when it is first needed, and then kept. */
  private final class Kept {
    private final String sql;
    private @Nullable PreparedStatement prepared;

    private Kept(String sql) {
      this.sql = sql;
    }

    private PreparedStatement get() throws SQLException {
      PreparedStatement statement = prepared;
      if (statement == null) {
        statement = connection.prepareStatement(sql);
        prepared = statement;
      }
      return statement;
    }
  }

  @Override
  public void insertAll(List<Person> given) throws SQLException {
    PreparedStatement statement = insert.get();
    begin();
    int waiting = 0;
    for (Person person : given) {
      JdbcRows.bindInsert(statement, person);
      statement.addBatch();
      if (++waiting == Sql.BATCH) {
        statement.executeBatch();
        waiting = 0;
      }
    }
    statement.executeBatch();
    commit();
  }

  @Override
  public void readEach(long[] ids, Consumer<? super PersonView> into) throws SQLException {
    begin();
    for (long id : ids) {
      into.accept(read(id));
    }
    commit();
  }

  @Override
  public Person read(long id) throws SQLException {
    PreparedStatement statement = read.get();
    statement.setLong(1, id);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return JdbcRows.person(rows);
    }
  }

  @Override
  public List<Person> page(int age) throws SQLException {
    PreparedStatement statement = page.get();
    statement.setInt(1, age);
    return people(statement);
  }

  @Override
  public List<Person> scan() throws SQLException {
    return people(scan.get());
  }

  private static List<Person> people(PreparedStatement statement) throws SQLException {
    List<Person> people = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        people.add(JdbcRows.person(rows));
      }
    }
    return people;
  }

  @Override
  public void updateEach(List<Person> given) throws SQLException {
    PreparedStatement statement = update.get();
    begin();
    for (Person person : given) {
      JdbcRows.bindUpdate(statement, person);
      statement.executeUpdate();
    }
    commit();
  }

  @Override
  public void upsertEach(List<Person> given) throws SQLException {
    PreparedStatement statement = upsert.get();
    begin();
    for (Person person : given) {
      JdbcRows.bindInsert(statement, person);
      statement.executeUpdate();
    }
    commit();
  }

  @Override
  public long count(int fromAge, int toAge) throws SQLException {
    PreparedStatement statement = count.get();
    statement.setInt(1, fromAge);
    statement.setInt(2, toAge);
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Override
  public List<Customer> customers() throws SQLException {
    List<Customer> found = new ArrayList<>();
    try (ResultSet rows = customers.get().executeQuery()) {
      while (rows.next()) {
        found.add(JdbcRows.customer(rows));
      }
    }
    return found;
  }

  private void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  private void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
