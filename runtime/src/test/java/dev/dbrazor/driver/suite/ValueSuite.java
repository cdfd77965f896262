package dev.dbrazor.driver.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.StatementException;
import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What goes in comes out: value by value, for each driver. */
public abstract class ValueSuite extends DriverFixture {
  @Test
  void emptyTextAndBlobAreNotNull() {
    try (DriverStatement row = connection.prepare("SELECT '', x'', NULL, 'ä€😀', x'0001'")) {
      assertTrue(row.step());
      assertEquals("", row.text(0));
      assertArrayEquals(new byte[0], row.blob(1));
      assertNull(row.text(2));
      assertNull(row.blob(2));
      assertEquals(ColumnType.NULL, row.type(2));
      assertEquals(0, row.int64(2));
      assertEquals("ä€😀", row.text(3));
      assertArrayEquals(new byte[] {0, 1}, row.blob(4));
      assertFalse(row.step());
      assertThrows(StatementException.class, () -> row.int64(0));
    }
  }

  @Test
  void boundValuesComeBackExactly() {
    try (DriverStatement row = connection.prepare("SELECT ?, ?, ?, ?, ?, ?")) {
      assertEquals(6, row.parameterCount());
      row.bindInt64(1, Long.MIN_VALUE);
      row.bindFloat64(2, Double.MIN_VALUE);
      row.bindText(3, "");
      row.bindBlob(4, new byte[0]);
      row.bindText(5, "x".repeat(10_000));
      row.bindNull(6);
      assertTrue(row.step());
      assertEquals(Long.MIN_VALUE, row.int64(0));
      assertEquals(Double.MIN_VALUE, row.float64(1));
      assertEquals(ColumnType.TEXT, row.type(2));
      assertEquals(ColumnType.BLOB, row.type(3));
      assertEquals(10_000, row.text(4).length());
      assertThrows(StatementException.class, () -> row.bindNull(7));
      row.reset();
      assertTrue(row.step());
      assertEquals(ColumnType.NULL, row.type(0));
      assertEquals(ColumnType.NULL, row.type(4));
    }
  }

  @Test
  void textOfAUtf16DatabaseIsReadRight() {
    Path file = directory.resolve("utf16.db");
    try (DriverConnection first = open(file, OpenMode.CREATE)) {
      run(first, "PRAGMA encoding = 'UTF-16le'");
      run(first, "CREATE TABLE t (x TEXT)");
      run(first, "INSERT INTO t VALUES ('ä€😀')");
    }
    try (DriverConnection second = open(file, OpenMode.READ_WRITE);
        DriverStatement row = second.prepare("SELECT x, '' FROM t")) {
      assertTrue(row.step());
      assertEquals("ä€😀", row.text(0));
      assertEquals("", row.text(1));
    }
  }

  @Test
  void changesAreThoseOfTheStatementItself() {
    assertEquals(3, run("INSERT INTO child (n) VALUES ('a'), ('b'), ('c')"));
    assertEquals(0, run("CREATE TABLE later (x)"));
    assertEquals(0, run("UPDATE child SET n = 'z' WHERE id = 99"));
    assertEquals(2, run("UPDATE child SET n = 'z' WHERE id < 3 RETURNING id"));
    assertEquals(0, run("SELECT 1"));
    assertEquals(3, run("DELETE FROM child"));
  }

  @Test
  void integersAtTheEndsOfTheirRangeComeBackExactly() {
    long[] values = {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1L << 53, (1L << 53) + 1};
    try (DriverStatement row = connection.prepare("SELECT ?1, -?1")) {
      for (long value : values) {
        row.bindInt64(1, value);
        assertTrue(row.step());
        assertEquals(value, row.int64(0));
        assertEquals(ColumnType.INTEGER, row.type(0));
        row.reset();
      }
    }
  }

  @Test
  void numbersWithFractionsComeBackExactly() {
    double[] values = {
      Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 0.1, Double.POSITIVE_INFINITY, -1e300
    };
    try (DriverStatement row = connection.prepare("SELECT ?1")) {
      for (double value : values) {
        row.bindFloat64(1, value);
        assertTrue(row.step());
        assertEquals(value, row.float64(0));
        assertEquals(ColumnType.FLOAT, row.type(0));
        row.reset();
      }
    }
  }

  @Test
  void textOfEachLengthAndAlphabetComesBack() {
    try (DriverStatement row = connection.prepare("SELECT ?1, length(?1)")) {
      for (String letter : List.of("a", "\u00e9", "\u20ac", "\ud83d\ude00")) {
        for (int length : new int[] {1, 2, 7, 8, 1023, 1365, 2048, 4095, 4096, 4097, 70_000}) {
          String text = letter.repeat(length);
          row.bindText(1, text);
          assertTrue(row.step());
          assertEquals(text, row.text(0));
          assertEquals(length, row.int64(1));
          row.reset();
        }
      }
    }
  }

  @Test
  void illFormedTextIsDecodedAsJavaDecodesIt() {
    byte[][] texts = {
      {'A', (byte) 0xc3},
      {(byte) 0xc3, '('},
      {(byte) 0xc2, (byte) 0xc3, (byte) 0xa9},
      {(byte) 0xe9},
      {(byte) 0xc0, (byte) 0x80},
      {(byte) 0xc3, (byte) 0xa9, (byte) 0x80}
    };
    try (DriverStatement row = connection.prepare("SELECT CAST(? AS TEXT)")) {
      for (byte[] text : texts) {
        row.bindBlob(1, text);
        assertTrue(row.step());
        assertEquals(new String(text, StandardCharsets.UTF_8), row.text(0));
        assertArrayEquals(text, row.blob(0));
        row.reset();
      }
    }
  }

  @Test
  void manyTextsOfOneRowComeBackInAnyOrder() {
    int columns = 30;
    try (DriverStatement row = connection.prepare("SELECT ?" + ", ?".repeat(columns - 1))) {
      for (int length : new int[] {5, 300, 1024, 1025, 40}) {
        for (int i = 0; i < columns; i++) {
          row.bindText(i + 1, (char) ('a' + i % 26) + "\u00e9".repeat(length * i / columns));
        }
        assertTrue(row.step());
        for (int i = columns - 1; i >= 0; i--) {
          String text = (char) ('a' + i % 26) + "\u00e9".repeat(length * i / columns);
          assertEquals(text, row.text(i));
          assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), row.blob(i));
        }
        row.reset();
      }
    }
  }

  @Test
  void readingOneColumnInAnotherTypeLeavesTheOthersAlone() {
    try (DriverStatement row = connection.prepare("VALUES (1, 2.5, 'x', x'0102'), (3, 4, 5, 6)")) {
      assertTrue(row.step());
      assertEquals("1", row.text(0));
      assertEquals(1.0, row.float64(0));
      assertEquals(2, row.int64(1));
      assertEquals(2.5, row.float64(1));
      assertEquals(0, row.int64(2));
      assertEquals("x", row.text(2));
      assertArrayEquals(new byte[] {1, 2}, row.blob(3));
      assertTrue(row.step());
      assertEquals(4, row.int64(1));
      assertEquals(ColumnType.INTEGER, row.type(3));
      assertEquals(6, row.int64(3));
    }
  }

  @Test
  void textWithANulComesBackWhole() {
    String text = "a\0b\0";
    try (DriverStatement row = connection.prepare("SELECT ?1")) {
      row.bindText(1, text);
      assertTrue(row.step());
      assertEquals(text, row.text(0));
    }
  }

  @Test
  void shortTextAfterALongOneHasNothingOfIt() {
    try (DriverStatement row = connection.prepare("VALUES ('a long text'), ('b'), ('')")) {
      assertTrue(row.step());
      assertEquals("a long text", row.text(0));
      assertTrue(row.step());
      assertEquals("b", row.text(0));
      assertTrue(row.step());
      assertEquals("", row.text(0));
    }
  }

  @Test
  void blobComesBackByteByByte() {
    byte[] bytes = new byte[300_000];
    new Random(1).nextBytes(bytes);
    try (DriverStatement row = connection.prepare("SELECT ?1, length(?1)")) {
      row.bindBlob(1, bytes);
      assertTrue(row.step());
      assertArrayEquals(bytes, row.blob(0));
      assertEquals(bytes.length, row.int64(1));
    }
  }

  @Test
  void valuesAreReadAsTheEngineConvertsThem() {
    try (DriverStatement row = connection.prepare("SELECT 12, 1.5, '34x', x'3536', NULL")) {
      assertTrue(row.step());
      assertEquals("12", row.text(0));
      assertEquals("1.5", row.text(1));
      assertEquals(34, row.int64(2));
      assertEquals("56", row.text(3));
      assertArrayEquals("34x".getBytes(StandardCharsets.UTF_8), row.blob(2));
      assertEquals(0.0, row.float64(4));
    }
  }

  @Test
  void columnsHaveNamesAndEnds() {
    try (DriverStatement row = connection.prepare("SELECT 1 AS one, 2 AS \"zw\u00f6lf\"")) {
      assertEquals(2, row.columnCount());
      assertEquals("one", row.columnName(0));
      assertEquals("zw\u00f6lf", row.columnName(1));
      assertTrue(row.step());
      assertThrows(StatementException.class, () -> row.int64(2));
      assertThrows(StatementException.class, () -> row.int64(-1));
    }
  }

  @Test
  void finishedStatementStaysFinishedUntilReset() {
    try (DriverStatement row = connection.prepare("SELECT 1")) {
      assertTrue(row.step());
      assertFalse(row.step());
      assertFalse(row.step());
      row.reset();
      assertTrue(row.step());
    }
  }
}
