package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups and checkpoints of a database with twenty thousand rows. */
@Timeout(60)
class BackupTest {
  @TempDir Path directory;
  private Database db;

  @BeforeEach
  void open() {
    db = Database.open(file());
    db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER NOT NULL, y TEXT)");
    db.execute("CREATE INDEX t_x ON t (x)");
    db.execute(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000) "
            + "INSERT INTO t SELECT i, i, 'some text of row ' || i FROM n");
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Path file() {
    return directory.resolve("shop.db");
  }

  private Path backup() {
    return directory.resolve("copy's ?.db");
  }

  private static long number(Database db, String sql) {
    return db.query(sql, row -> row.int64(0)).get(0);
  }

  private List<String> files() throws Exception {
    try (Stream<Path> found = Files.list(directory)) {
      return found
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("shop.db"))
          .sorted()
          .toList();
    }
  }

  /** Both columns of a row are written at once, so any snapshot has equal sums. */
  private static void assertWhole(Path backup, Path place) throws Exception {
    Files.move(backup, place);
    try (Database copy = Database.open(place)) {
      assertEquals(
          List.of("ok"), copy.query("PRAGMA integrity_check", row -> row.text("integrity_check")));
      assertEquals(20_000, number(copy, "SELECT count(*) FROM t"));
      assertEquals(0, number(copy, "SELECT count(DISTINCT x - id) - 1 FROM t"));
    }
  }

  @Test
  void backupIsWholeWhileOthersWrite() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch written = new CountDownLatch(1);
    CompletableFuture<Void> writing =
        db.async(
            () -> {
              while (!done.get()) {
                db.execute("UPDATE t SET x = x + 1");
                written.countDown();
              }
            });
    assertTrue(written.await(10, TimeUnit.SECONDS));
    db.backupTo(backup());
    done.set(true);
    writing.get(10, TimeUnit.SECONDS);
    assertEquals(List.of("copy's ?.db"), files());
    assertWhole(backup(), directory.resolve("copy.db"));
  }

  @Test
  void backupOfAReadOnlyDatabaseChangesNothing() throws Exception {
    db.close();
    byte[] before = Files.readAllBytes(file());
    try (Database readOnly =
        Database.open(DatabaseConfig.builder().path(file()).readOnly(true).lazy(true).build())) {
      readOnly.backupTo(backup());
    }
    assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(file())));
    assertWhole(backup(), directory.resolve("copy.db"));
  }

  @Test
  void existingFileIsRefusedAndKept() throws Exception {
    Files.writeString(backup(), "mine");
    StorageException e = assertThrows(StorageException.class, () -> db.backupTo(backup()));
    assertTrue(e.getMessage().endsWith("the file exists"), e.getMessage());
    assertEquals("mine", Files.readString(backup()));
    assertThrows(StorageException.class, () -> db.backupTo(file()));
    assertEquals(List.of("copy's ?.db"), files());
  }

  @Test
  void missingDirectoryIsATypedError() {
    Path nowhere = directory.resolve("none/copy.db");
    assertThrows(StorageException.class, () -> db.backupTo(nowhere));
    assertThrows(StorageException.class, () -> db.backupTo(Path.of("/")));
  }

  @Test
  void interruptedBackupLeavesNothing() throws Exception {
    Thread.currentThread().interrupt();
    assertThrows(OperationInterruptedException.class, () -> db.backupTo(backup()));
    assertTrue(Thread.interrupted());
    assertEquals(List.of(), files());
    db.backupTo(backup());
  }

  @Test
  void damagedPagesAreFoundAndLeaveNothing() throws Exception {
    db.close();
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      for (long page = 20; page < 40; page++) {
        channel.write(ByteBuffer.wrap(new byte[4096]), page * 4096);
      }
    }
    try (Database damaged = Database.open(file())) {
      assertThrows(CorruptDatabaseException.class, () -> damaged.backupTo(backup()));
    }
    assertEquals(List.of(), files());
  }

  @Test
  void insideATransactionTheyAreRefused() {
    db.transaction(
        () -> {
          assertThrows(TransactionStateException.class, () -> db.backupTo(backup()));
          assertThrows(TransactionStateException.class, db::checkpoint);
        });
    db.readTransaction(() -> assertThrows(TransactionStateException.class, db::checkpoint));
  }

  @Test
  void closingEndsABackup() throws Exception {
    CompletableFuture<Void> running = db.async(() -> db.backupTo(backup()));
    db.close();
    try {
      running.get(10, TimeUnit.SECONDS);
      assertEquals(List.of("copy's ?.db"), files());
    } catch (ExecutionException e) {
      assertInstanceOf(DatabaseClosedException.class, e.getCause());
      assertEquals(List.of(), files());
    }
  }

  @Test
  void afterCloseTheyAreRefused() {
    db.close();
    assertThrows(DatabaseClosedException.class, () -> db.backupTo(backup()));
    assertThrows(DatabaseClosedException.class, db::checkpoint);
  }

  private long logBytes() throws Exception {
    return Files.size(directory.resolve("shop.db-wal"));
  }

  @Test
  void checkpointEmptiesTheLog() throws Exception {
    assertTrue(logBytes() > 0);
    db.checkpoint();
    assertEquals(0, logBytes());
    db.checkpoint();
    db.execute("UPDATE t SET x = 0");
    assertTrue(logBytes() > 0);
  }

  @Test
  void checkpointBesideAnOlderSnapshotSaysSo() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    CompletableFuture<Long> reader =
        db.async(
            () ->
                db.readTransaction(
                    () -> {
                      number(db, "SELECT count(*) FROM t");
                      reading.countDown();
                      enough.await();
                      return number(db, "SELECT max(x) FROM t");
                    }));
    assertTrue(reading.await(10, TimeUnit.SECONDS));
    db.execute("UPDATE t SET x = x + 1");
    LockTimeoutException e = assertThrows(LockTimeoutException.class, db::checkpoint);
    assertTrue(e.getMessage().contains("older snapshots"), e.getMessage());
    enough.countDown();
    assertEquals(20_000, reader.get(10, TimeUnit.SECONDS));
    db.checkpoint();
    assertEquals(0, logBytes());
  }

  @Test
  void checkpointOfAReadOnlyDatabaseIsRefused() {
    db.close();
    try (Database readOnly =
        Database.open(DatabaseConfig.builder().path(file()).readOnly(true).build())) {
      assertThrows(ReadOnlyDatabaseException.class, readOnly::checkpoint);
    }
  }

  @Test
  void progressIsToldUpToTheEnd() throws Exception {
    List<BackupProgress> told = new ArrayList<>();
    db.backupTo(backup(), told::add);
    BackupProgress last = told.get(told.size() - 1);
    assertEquals(Files.size(backup()), last.written());
    assertEquals(last.written(), last.expected());
    for (int i = 1; i < told.size(); i++) {
      assertTrue(told.get(i).written() >= told.get(i - 1).written());
    }
  }

  @Test
  void listenerThatThrowsEndsTheBackup() {
    IllegalStateException own = new IllegalStateException();
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                db.backupTo(
                    backup(),
                    progress -> {
                      throw own;
                    }));
    assertEquals(own, thrown);
    assertFalse(Files.exists(backup()));
  }

  @Test
  void backupOpenedInThePlaceOfTheFileIsTheDatabase() throws Exception {
    db.execute("CREATE TABLE kept (x INTEGER)");
    db.execute("INSERT INTO kept VALUES (1)");
    db.backupTo(backup());
    db.execute("DELETE FROM kept");
    db.close();
    Files.move(backup(), file(), StandardCopyOption.REPLACE_EXISTING);
    db = Database.open(file());
    assertEquals(List.of(1L), db.query("SELECT x FROM kept", row -> row.int64(0)));
    db.execute("INSERT INTO kept VALUES (2)");
    assertEquals(List.of(), db.verify());
  }
}
