package dev.dbrazor.mapping;

import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import dev.dbrazor.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A STRICT table of one nullable column in a real file, through which single values go. */
final class ScratchTable implements AutoCloseable {
  static final List<String> NAMES = List.of("scratch.v");

  private final DriverConnection connection;

  ScratchTable(Path directory, String columnType) {
    connection =
        new JdbcDriver()
            .open(
                new OpenOptions(
                    directory.resolve("scratch-" + columnType + ".db"),
                    OpenMode.CREATE,
                    Duration.ofSeconds(5),
                    64_000_000));
    run("CREATE TABLE scratch (v " + columnType + ") STRICT");
  }

  DriverStatement prepare(String sql) {
    return connection.prepare(sql);
  }

  void run(String sql) {
    try (DriverStatement statement = connection.prepare(sql)) {
      statement.step();
    }
  }

  /** Replaces the only row. */
  <V> void store(V value, ValueType<V> type) {
    run("DELETE FROM scratch");
    insert(value, type);
  }

  <V> void insert(V value, ValueType<V> type) {
    try (DriverStatement statement = connection.prepare("INSERT INTO scratch VALUES (?)")) {
      new Binder(statement, 0, NAMES).valueOrNull(1, value, type);
      statement.step();
    }
  }

  <V> V read(ValueType<V> type) {
    try (DriverStatement statement = connection.prepare("SELECT v FROM scratch")) {
      statement.step();
      return new ResultRow(statement, NAMES).valueOrNull(0, type);
    }
  }

  <V> V roundTrip(V value, ValueType<V> type) {
    store(value, type);
    return read(type);
  }

  /** All rows in the column's order. */
  <V> List<V> ordered(ValueType<V> type) {
    List<V> values = new ArrayList<>();
    try (DriverStatement statement = connection.prepare("SELECT v FROM scratch ORDER BY v")) {
      ResultRow row = new ResultRow(statement, NAMES);
      while (statement.step()) {
        values.add(row.value(0, type));
      }
    }
    return values;
  }

  /** Whether the only row is found by the array behind {@code in}. */
  <V> boolean isFoundIn(List<V> values, ValueType<V> type) {
    String sql =
        "SELECT count(*) FROM scratch WHERE v IN (SELECT "
            + type.listItemSql()
            + " FROM json_each(?))";
    try (DriverStatement statement = connection.prepare(sql)) {
      statement.bindText(1, Json.array(values.stream().map(type::listItem).toList()));
      statement.step();
      return statement.int64(0) == 1;
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
