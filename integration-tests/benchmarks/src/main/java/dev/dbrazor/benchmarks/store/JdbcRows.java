package dev.dbrazor.benchmarks.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows read and parameters bound by hand, for all stores that let one do it. */
public final class JdbcRows {
  private JdbcRows() {}

  /** From the columns in their order. */
  public static Person person(ResultSet row) throws SQLException {
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

  static Customer customer(ResultSet row) throws SQLException {
    return new Customer(
        row.getLong(1),
        row.getString(2),
        Json.address(row.getString(3)),
        Json.tags(row.getString(4)));
  }

  /** In the order of the columns. */
  static void bindInsert(PreparedStatement statement, Person person) throws SQLException {
    statement.setLong(1, person.id());
    bindRest(statement, 2, person);
  }

  /** All but the id, and then that. */
  static void bindUpdate(PreparedStatement statement, Person person) throws SQLException {
    bindRest(statement, 1, person);
    statement.setLong(8, person.id());
  }

  private static void bindRest(PreparedStatement statement, int first, Person person)
      throws SQLException {
    statement.setString(first, person.name());
    statement.setString(first + 1, person.email());
    statement.setString(first + 2, person.city());
    statement.setInt(first + 3, person.age());
    statement.setDouble(first + 4, person.score());
    statement.setBoolean(first + 5, person.active());
    statement.setLong(first + 6, person.joined());
  }

  /** Jackson as it is used by hand; loaded only by those who read customers. */
  static final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ObjectReader ADDRESS = MAPPER.readerFor(Address.class);
    private static final ObjectReader TAGS = MAPPER.readerFor(new TypeReference<List<String>>() {});

    private Json() {}

    static Address address(String json) {
      return read(ADDRESS, json);
    }

    static List<String> tags(String json) {
      return read(TAGS, json);
    }

    private static <T> T read(ObjectReader reader, String json) {
      try {
        return reader.readValue(json);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
