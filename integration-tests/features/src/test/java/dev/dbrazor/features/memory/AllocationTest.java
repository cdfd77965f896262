package dev.dbrazor.features.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.dbrazor.Database;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Bytes allocated for a row, as the virtual machine counts them: no clock, and no compiler that
 * could remove an allocation is waited for.
 */
class AllocationTest {
  private static final int ROWS = 10_000;
  private static final int READS = 2_000;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final int RUNS = 20;

  /** The record is 56 bytes, its text 24 and 32, its place in a list that grows 17. */
  private static final long RECORD = 56 + 24 + 32 + 18;

  /** JDBC hands text over in an array of its own. */
  private static final long PASSED_ON = 40;

  @TempDir Path directory;

  /** Something that may fail as JDBC does. */
  private interface Work {
    Object run() throws SQLException;
  }

  /** The least of several runs: the first ones are made before all of it is compiled. */
  private static double bytes(int times, Work work) throws SQLException {
    long least = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      Object result = work.run();
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
      assertTrue(result != null);
    }
    return (double) least / times;
  }

  private ReadingDao filled(Database db) {
    ReadingDao readings = new ReadingDao(db);
    readings.insertAll(
        LongStream.rangeClosed(1, ROWS)
            .mapToObj(i -> new Reading(i, "sensor " + i, null, 7, 0.5, true, 1_700_000_000_000L))
            .toList());
    return readings;
  }

  @Test
  void scanAllocatesTheRecordAndItsParts() throws SQLException {
    try (Database db = Database.open(directory.resolve("a.db"))) {
      ReadingDao readings = filled(db);
      double bytes = bytes(ROWS, () -> readings.query().toList());
      long most = RECORD + (db.driver().name().equals("JDBC") ? PASSED_ON : 0);
      assertTrue(bytes <= most, bytes + " bytes a row, more than " + most);
    }
  }

  @Test
  void recordThatIsStoredAsItIsIsNotCopied() {
    try (Database db = Database.open(directory.resolve("a.db"))) {
      ReadingDao readings = new ReadingDao(db);
      Reading given = new Reading(1, "sensor", null, 7, 0.5, true, 1_700_000_000_000L);
      assertSame(given, readings.insert(given));
      assertSame(given, readings.update(given));
      assertSame(given, readings.upsert(given));
      Reading zero = new Reading(2, "sensor", null, 7, -0.0, true, 1_700_000_000_000L);
      assertEquals(0.0, readings.insert(zero).value());
      assertEquals(0.0, readings.update(zero).value());
      assertEquals(3, readings.insert(new Reading(0, "sensor", null, 7, 0.5, true, 0)).id());
    }
  }

  @Test
  void scanAllocatesNoMoreThanHandWrittenJdbc() throws SQLException {
    double ours;
    try (Database db = Database.open(directory.resolve("a.db"))) {
      ReadingDao readings = filled(db);
      ours = bytes(ROWS, () -> readings.query().toList());
    }
    double theirs = bytes(ROWS, this::readByHand);
    assertTrue(ours <= theirs, ours + " bytes a row beside " + theirs);
  }

  private List<Reading> readByHand() throws SQLException {
    List<Reading> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("a.db"));
        PreparedStatement statement = connection.prepareStatement("SELECT * FROM readings");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(
            new Reading(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getDouble(5),
                row.getBoolean(6),
                row.getLong(7)));
      }
    }
    assertEquals(ROWS, found.size());
    return found;
  }

  @Test
  void readByKeyAllocatesNoMoreThanHandWrittenJdbc() throws SQLException {
    double ours;
    try (Database db = Database.open(directory.resolve("a.db"))) {
      ReadingDao readings = filled(db);
      ours =
          db.readTransaction(
              () ->
                  bytes(
                      READS,
                      () -> {
                        for (long id = 1; id <= READS; id++) {
                          assertTrue(readings.findById(id).isPresent());
                        }
                        return readings;
                      }));
    }
    double theirs = pointReadsByHand();
    assertTrue(ours <= theirs, ours + " bytes a read beside " + theirs);
  }

  private double pointReadsByHand() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("a.db"));
        PreparedStatement statement =
            connection.prepareStatement("SELECT * FROM readings WHERE id = ?")) {
      return bytes(
          READS,
          () -> {
            for (long id = 1; id <= READS; id++) {
              statement.setLong(1, id);
              try (ResultSet row = statement.executeQuery()) {
                assertTrue(row.next());
                row.getLong(1);
                row.getString(2);
                row.getString(3);
                row.getInt(4);
                row.getDouble(5);
                row.getBoolean(6);
                row.getLong(7);
              }
            }
            return statement;
          });
    }
  }
}
