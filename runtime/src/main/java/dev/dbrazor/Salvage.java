package dev.dbrazor;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Copies what can still be read of a damaged file into a new one: tables row by row around the
 * damage, then indexes, triggers and views. Full-text and vector indexes are left out; opening the
 * new file makes them again. The damaged file is only read.
 */
public final class Salvage {
  private static final Logger LOG = System.getLogger("dev.dbrazor.salvage");
  private static final int HEADER = 100;
  private static final int LARGEST = 1_000_000_000;

  private final DriverConnection damaged;
  private final DriverConnection whole;
  private final List<Lost> lost = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private long rows;

  private Salvage(DriverConnection damaged, DriverConnection whole) {
    this.damaged = damaged;
    this.whole = whole;
  }

  /**
   * Rows that could not be read.
   *
   * @param table the table
   * @param first the first number ({@code rowid}) that may be lost
   * @param last the last one; not each number between them need have had a row
   */
  public record Lost(String table, long first, long last) {}

  /**
   * What became of a file.
   *
   * @param rows how many were copied
   * @param lost the ranges that were not, in an unmodifiable list
   * @param problems what else is missing, a unique index over rows that are there twice for example
   */
  public record Report(long rows, List<Lost> lost, List<String> problems) {
    public Report {
      lost = List.copyOf(lost);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Copies into a file that must not exist yet. No database of this process may have the damaged
   * one open.
   *
   * @throws StorageException when the new file exists or cannot be written, or the damaged one is
   *     missing
   * @throws CorruptDatabaseException when not even the list of tables can be read; the new file is
   *     removed then
   */
  public static Report copy(Path damaged, Path to) {
    requireFiles(damaged, to);
    Path readable = padded(damaged, to);
    try {
      return copyReadable(readable, to);
    } catch (CorruptDatabaseException e) {
      delete(to);
      throw new CorruptDatabaseException(
          e.details().withMessage("Nothing of " + damaged + " can be read: " + e.getMessage()), e);
    } finally {
      if (!readable.equals(damaged)) {
        delete(readable);
      }
    }
  }

  private static Report copyReadable(Path readable, Path to) {
    Driver driver = DriverSelection.choose(DriverChoice.AUTO, EngineChoice.SAFE).driver();
    try (DriverConnection from = driver.open(options(readable, OpenMode.READ_ONLY));
        DriverConnection into = driver.open(options(to, OpenMode.CREATE))) {
      return new Salvage(from, into).run();
    }
  }

  /** The engine reads nothing of a file that was cut short; of a copy of full length it does. */
  private static Path padded(Path damaged, Path to) {
    try (FileChannel channel = FileChannel.open(damaged, StandardOpenOption.READ)) {
      ByteBuffer header = ByteBuffer.allocate(HEADER);
      while (header.hasRemaining() && channel.read(header) >= 0) {
        continue;
      }
      int pageSize = Short.toUnsignedInt(header.getShort(16));
      long length =
          (pageSize == 1 ? 65_536L : pageSize) * Integer.toUnsignedLong(header.getInt(28));
      if (header.hasRemaining() || channel.size() >= length) {
        return damaged;
      }
      Path copy = to.resolveSibling(to.getFileName() + ".padded");
      Files.copy(damaged, copy);
      try (FileChannel end = FileChannel.open(copy, StandardOpenOption.WRITE)) {
        end.write(ByteBuffer.allocate(1), length - 1);
      }
      return copy;
    } catch (IOException e) {
      throw new StorageException(
          ErrorDetails.of(ErrorCode.STORAGE, "Cannot copy " + damaged + ": " + e.getMessage()), e);
    }
  }

  private static void delete(Path file) {
    for (String beside : List.of("", "-wal", "-shm", "-journal")) {
      try {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + beside));
      } catch (IOException e) {
        LOG.log(Level.WARNING, "Cannot delete " + file + beside, e);
      }
    }
  }

  private static void requireFiles(Path damaged, Path to) {
    if (!Files.isRegularFile(damaged)) {
      throw new StorageException("Cannot salvage " + damaged + ": it is not an existing file");
    }
    if (Files.exists(to)) {
      throw new StorageException("Cannot salvage into " + to + ": the file exists");
    }
  }

  private static OpenOptions options(Path file, OpenMode mode) {
    return new OpenOptions(file, mode, Duration.ofSeconds(5), LARGEST);
  }

  private Report run() {
    List<SalvagedTable> tables = SalvagedTable.all(damaged);
    run(whole, "PRAGMA foreign_keys = 0");
    run(whole, "BEGIN IMMEDIATE");
    copyHeader("user_version");
    copyHeader("application_id");
    for (SalvagedTable table : tables) {
      make(table.sql());
      rows += table.copy(damaged, whole, lost, problems);
    }
    SalvagedTable.others(damaged).forEach(this::make);
    run(whole, "COMMIT");
    return new Report(rows, lost, problems);
  }

  private void copyHeader(String pragma) {
    try (DriverStatement value = damaged.prepare("PRAGMA " + pragma)) {
      value.step();
      run(whole, "PRAGMA " + pragma + " = " + value.int64(0));
    }
  }

  private void make(String sql) {
    try {
      run(whole, sql);
    } catch (DbRazorException e) {
      problems.add(e.getMessage() + ": " + sql);
    }
  }

  private static void run(DriverConnection connection, String sql) {
    try (DriverStatement statement = connection.prepare(sql)) {
      statement.step();
    }
  }
}
