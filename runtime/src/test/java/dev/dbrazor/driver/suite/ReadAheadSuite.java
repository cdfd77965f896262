package dev.dbrazor.driver.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DatabaseClosedException;
import dev.dbrazor.MappingException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.StatementException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Rows fetched before they are asked for are the same rows, for each driver. */
public abstract class ReadAheadSuite extends DriverFixture {
  static final String NUMBERS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) ";

  private static final int ROWS = 700;
  private static final int COLUMNS = 5;

  @Test
  void everyValueIsReadInEveryTypeAsWithout() {
    fill(new Random(7));
    List<List<Object>> without = read("SELECT * FROM mixed", false);
    assertEquals(ROWS, without.size());
    assertEquals(without, read("SELECT * FROM mixed", true));
  }

  @Test
  void everyTextOfAUtf16FileIsReadAsWithout() {
    connection.close();
    Path file = directory.resolve("utf16.db");
    try (DriverConnection first = open(file, OpenMode.CREATE)) {
      run(first, "PRAGMA encoding = 'UTF-16le'");
      run(first, "CREATE TABLE first (a)");
    }
    connection = open(file, OpenMode.READ_WRITE);
    fill(new Random(8));
    assertEquals(read("SELECT * FROM mixed", false), read("SELECT * FROM mixed", true));
  }

  private void fill(Random random) {
    run("BEGIN");
    run("CREATE TABLE mixed (a, b, c, d, e)");
    try (DriverStatement insert = connection.prepare("INSERT INTO mixed VALUES (?, ?, ?, ?, ?)")) {
      for (int row = 0; row < ROWS; row++) {
        for (int column = 1; column <= COLUMNS; column++) {
          bind(insert, column, random);
        }
        insert.step();
        insert.reset();
      }
    }
    run("COMMIT");
  }

  private static void bind(DriverStatement to, int parameter, Random random) {
    switch (random.nextInt(9)) {
      case 0 -> to.bindNull(parameter);
      case 1 -> to.bindInt64(parameter, random.nextLong());
      case 2 -> to.bindInt64(parameter, 0);
      case 3 -> to.bindFloat64(parameter, random.nextGaussian() * 1e20);
      case 4 -> to.bindText(parameter, "1234567890 plain".substring(random.nextInt(16)));
      case 5 -> to.bindText(parameter, "\u00e9\u20ac\ud83d\ude00".repeat(random.nextInt(9)));
      case 6 -> to.bindText(parameter, "5 \u00ff\u0080x".repeat(random.nextInt(9)));
      case 7 -> to.bindText(parameter, "7x".repeat(random.nextInt(1200)));
      default -> to.bindBlob(parameter, Integer.toString(random.nextInt()).getBytes());
    }
  }

  private List<List<Object>> read(String sql, boolean ahead) {
    List<List<Object>> rows = new ArrayList<>();
    try (DriverStatement statement = connection.prepare(sql)) {
      if (ahead) {
        statement.readAhead();
      }
      while (statement.step()) {
        rows.add(values(statement));
      }
    }
    return rows;
  }

  private static List<Object> values(DriverStatement row) {
    List<Object> values = new ArrayList<>();
    for (int column = 0; column < COLUMNS; column++) {
      values.add(row.type(column));
      values.add(row.int64(column));
      values.add(row.float64(column));
      values.add(String.valueOf(row.text(column)));
      values.add(Arrays.toString(row.blob(column)));
    }
    return values;
  }

  @Test
  void errorBehindSomeRowsComesBehindThem() {
    try (DriverStatement row =
        connection.prepare(NUMBERS + "SELECT abs(iif(i < 6, i, -9223372036854775808)) FROM n")) {
      row.bindInt64(1, 10);
      row.readAhead();
      for (int i = 1; i <= 5; i++) {
        assertTrue(row.step());
        assertEquals(i, row.int64(0));
      }
      assertThrows(MappingException.class, row::step);
      assertFalse(row.step());
      row.reset();
      row.bindInt64(1, 2);
      assertTrue(row.step());
    }
  }

  @Test
  void resetInTheMiddleBeginsAnew() {
    try (DriverStatement row = connection.prepare(NUMBERS + "SELECT i FROM n")) {
      for (int round = 0; round < 3; round++) {
        row.bindInt64(1, 100 + round);
        row.readAhead();
        for (int i = 1; i <= 30; i++) {
          assertTrue(row.step());
          assertEquals(i, row.int64(0));
        }
        row.reset();
      }
      assertThrows(StatementException.class, () -> row.int64(0));
    }
  }

  @Test
  void otherStatementsBetweenTheRowsLeaveThemAlone() {
    try (DriverStatement outer = connection.prepare(NUMBERS + "SELECT i, 'row ' || i FROM n");
        DriverStatement inner = connection.prepare(NUMBERS + "SELECT i, 'other' FROM n")) {
      outer.bindInt64(1, 200);
      outer.readAhead();
      for (int i = 1; i <= 200; i++) {
        assertTrue(outer.step());
        inner.bindInt64(1, 50);
        inner.readAhead();
        while (inner.step()) {
          assertEquals("other", inner.text(1));
        }
        inner.reset();
        assertEquals(i, outer.int64(0));
        assertEquals("row " + i, outer.text(1));
      }
      assertFalse(outer.step());
    }
  }

  @Test
  void changesAreThoseOfAllRows() {
    try (DriverStatement row =
        connection.prepare(NUMBERS + "INSERT INTO child (n) SELECT i FROM n RETURNING id")) {
      row.bindInt64(1, 150);
      row.readAhead();
      int rows = 0;
      while (row.step()) {
        rows++;
      }
      assertEquals(150, rows);
      assertEquals(150, row.changes());
    }
  }

  @Test
  void questionIsAskedAndStopsTheRun() {
    AtomicLong asked = new AtomicLong();
    connection.stopWhen(() -> asked.incrementAndGet() > 3);
    try (DriverStatement row = connection.prepare(NUMBERS + "SELECT i FROM n WHERE i % 1000 = 0")) {
      row.bindInt64(1, Long.MAX_VALUE);
      row.readAhead();
      assertThrows(
          OperationInterruptedException.class,
          () -> {
            while (row.step()) {
              assertNotEquals(0, row.int64(0));
            }
          });
    }
    assertEquals(4, asked.get());
  }

  @Test
  void closedStatementHasNoRows() {
    DriverStatement row = connection.prepare(NUMBERS + "SELECT i FROM n");
    row.bindInt64(1, 10);
    row.readAhead();
    assertTrue(row.step());
    row.close();
    assertThrows(StatementException.class, row::step);
    assertThrows(StatementException.class, () -> row.int64(0));
  }

  @Test
  void closedConnectionHasNoRows() {
    try (DriverStatement row = connection.prepare(NUMBERS + "SELECT i FROM n")) {
      row.bindInt64(1, 10);
      row.readAhead();
      assertTrue(row.step());
      connection.close();
      assertThrows(DatabaseClosedException.class, row::step);
    }
  }
}
