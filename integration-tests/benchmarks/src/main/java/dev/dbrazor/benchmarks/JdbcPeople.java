package dev.dbrazor.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * What a careful user of the driver writes: one connection, the pragmas DBRazor sets, statements
 * prepared once.
 */
final class JdbcPeople implements AutoCloseable {
  static final String FIND_ALL =
      "SELECT id, name, email, city, age, score, active, joined FROM people";
  static final String FIND_BY_ID = FIND_ALL + " WHERE id = ?";

  private static final int BATCH = 1000;

  private final Connection connection;
  private final PreparedStatement insert;
  private final PreparedStatement findAll;
  private final PreparedStatement findById;
  private final PreparedStatement update;
  private final PreparedStatement upsert;

  JdbcPeople(Path file) throws SQLException {
    connection = connect(file);
    createTable(connection);
    insert =
        connection.prepareStatement(
            "INSERT INTO people (id, name, email, city, age, score, active, joined)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    findAll = connection.prepareStatement(FIND_ALL);
    findById = connection.prepareStatement(FIND_BY_ID);
    update =
        connection.prepareStatement(
            "UPDATE people SET name = ?, email = ?, city = ?, age = ?, score = ?, active = ?,"
                + " joined = ? WHERE id = ?");
    upsert =
        connection.prepareStatement(
            "INSERT INTO people (id, name, email, city, age, score, active, joined)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                + " name = excluded.name, email = excluded.email, city = excluded.city,"
                + " age = excluded.age, score = excluded.score, active = excluded.active,"
                + " joined = excluded.joined");
  }

  static Connection connect(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setCacheSize(-8000);
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false);
    return config.createConnection("jdbc:sqlite:" + file);
  }

  private static void createTable(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS people (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
              + " email TEXT NOT NULL, city TEXT, age INTEGER NOT NULL, score REAL NOT NULL,"
              + " active INTEGER NOT NULL, joined INTEGER NOT NULL) STRICT");
    }
  }

  void begin() throws SQLException {
    connection.setAutoCommit(false);
  }

  void commit() throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  void insertAll(List<Person> people) throws SQLException {
    begin();
    int waiting = 0;
    for (Person person : people) {
      bindRow(insert, person);
      insert.addBatch();
      if (++waiting == BATCH) {
        insert.executeBatch();
        waiting = 0;
      }
    }
    insert.executeBatch();
    commit();
  }

  List<Person> findAll() throws SQLException {
    List<Person> people = new ArrayList<>();
    try (ResultSet rows = findAll.executeQuery()) {
      while (rows.next()) {
        people.add(read(rows));
      }
    }
    return people;
  }

  @Nullable Person findById(long id) throws SQLException {
    findById.setLong(1, id);
    try (ResultSet rows = findById.executeQuery()) {
      return rows.next() ? read(rows) : null;
    }
  }

  int update(Person person) throws SQLException {
    update.setString(1, person.name());
    update.setString(2, person.email());
    update.setString(3, person.city());
    update.setInt(4, person.age());
    update.setDouble(5, person.score());
    update.setBoolean(6, person.active());
    update.setLong(7, person.joined());
    update.setLong(8, person.id());
    return update.executeUpdate();
  }

  int upsert(Person person) throws SQLException {
    bindRow(upsert, person);
    return upsert.executeUpdate();
  }

  private static void bindRow(PreparedStatement statement, Person person) throws SQLException {
    statement.setLong(1, person.id());
    statement.setString(2, person.name());
    statement.setString(3, person.email());
    statement.setString(4, person.city());
    statement.setInt(5, person.age());
    statement.setDouble(6, person.score());
    statement.setBoolean(7, person.active());
    statement.setLong(8, person.joined());
  }

  static Person read(ResultSet row) throws SQLException {
    return new Person(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        row.getDouble(6),
        row.getBoolean(7),
        row.getLong(8));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
