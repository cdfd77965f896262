package dev.dbrazor.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** {@link FirstRowDbrazor} by hand. */
final class FirstRowJdbc {
  private FirstRowJdbc() {}

  public static void main(String[] args) throws SQLException {
    try (Connection connection = JdbcPeople.connect(Path.of(args[0]));
        PreparedStatement findById = connection.prepareStatement(JdbcPeople.FIND_BY_ID)) {
      findById.setLong(1, 1L);
      try (ResultSet rows = findById.executeQuery()) {
        rows.next();
        System.out.println(JdbcPeople.read(rows));
      }
    }
  }
}
