package dev.dbrazor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Opening, sharing, closing. */
@Timeout(60)
class DatabaseLifecycleTest {
  @TempDir Path directory;

  private Path file() {
    return directory.resolve("shop.db");
  }

  private List<String> files() throws Exception {
    try (Stream<Path> found = Files.list(directory)) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private static long one(Database db) {
    return db.query("SELECT 1", row -> row.int64(0)).get(0);
  }

  @Test
  void whatWasStoredIsThereAfterReopeningAndNothingElseIs() throws Exception {
    try (Database db = Database.open(file())) {
      db.execute("CREATE TABLE t (x)");
      db.execute("INSERT INTO t VALUES (5)");
    }
    assertEquals(List.of("shop.db"), files());
    try (Database db = Database.open(file())) {
      assertEquals(List.of(5L), db.query("SELECT x FROM t", row -> row.int64(0)));
    }
  }

  @Test
  void everyUseAfterCloseIsATypedError() {
    Database db = Database.open(file());
    db.close();
    db.close();
    assertThrows(DatabaseClosedException.class, () -> one(db));
    assertThrows(DatabaseClosedException.class, () -> db.execute("CREATE TABLE t (x)"));
    assertThrows(DatabaseClosedException.class, () -> db.transaction(() -> 1));
    assertThrows(DatabaseClosedException.class, () -> db.readTransaction(() -> 1));
    assertThrows(DatabaseClosedException.class, () -> db.afterCommit(() -> {}));
    assertThrows(DatabaseClosedException.class, db::collections);
    assertThrows(DatabaseClosedException.class, db::sessions);
  }

  @Test
  void closingInsideATransactionIsRefused() {
    try (Database db = Database.open(file())) {
      db.transaction(() -> assertThrows(TransactionStateException.class, db::close));
      assertEquals(1, one(db));
    }
  }

  @Test
  void fileOpenedTwiceSharesItsConnections() throws Exception {
    Database first = Database.open(file());
    Database second =
        Database.open(directory.resolve("../" + directory.getFileName() + "/shop.db"));
    first.transaction(
        () -> {
          first.execute("CREATE TABLE t (x)");
          second.execute("INSERT INTO t VALUES (1)"); // the same transaction
        });
    first.close();
    assertThrows(DatabaseClosedException.class, () -> one(first));
    assertEquals(List.of(1L), second.query("SELECT count(*) FROM t", row -> row.int64(0)));
    second.close();
    assertEquals(List.of("shop.db"), files());
  }

  @Test
  void sharingWithOtherSettingsIsRefusedNamingThem() {
    try (Database db = Database.open(file())) {
      DatabaseConfig other =
          DatabaseConfig.builder().path(file()).readers(17).durability(Durability.RELAXED).build();
      ConfigurationException e =
          assertThrows(ConfigurationException.class, () -> Database.open(other));
      assertEquals(2, e.problems().size());
      assertTrue(e.getMessage().contains("durability: FULL and NORMAL"), e.getMessage());
      assertTrue(e.getMessage().contains("readers: "), e.getMessage());
      assertEquals(1, one(db));
    }
  }

  /** Directories of Linux only know what a process has open. */
  private long openHere() throws Exception {
    Path own = Path.of("/proc/self/fd");
    if (!Files.isDirectory(own)) {
      return 0;
    }
    try (Stream<Path> descriptors = Files.list(own)) {
      return descriptors.filter(this::isHere).count();
    }
  }

  private boolean isHere(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).startsWith(directory.toRealPath());
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }

  @Test
  void fileOpenedByAnotherNameSharesItsConnections() throws Exception {
    try (Database first = Database.open(file())) {
      Path link = Files.createSymbolicLink(directory.resolve("link.db"), file());
      try (Database second = Database.open(link)) {
        first.execute("CREATE TABLE t (x)");
        second.execute("INSERT INTO t VALUES (1)");
        assertEquals(first.stats().opened(), second.stats().opened());
        assertEquals(first.health().file(), second.health().file());
      }
      Files.delete(link);
    }
  }

  @Test
  void failedOpenReleasesEverything() throws Exception {
    Files.writeString(file(), "no database, ".repeat(1000));
    assertThrows(CorruptDatabaseException.class, () -> Database.open(file()));
    assertEquals(0, openHere());
    Files.delete(file());
    try (Database db = Database.open(file())) {
      assertEquals(1, one(db));
    }
  }

  @Test
  void directoryIsNoDatabase() {
    StorageException e = assertThrows(StorageException.class, () -> Database.open(directory));
    assertTrue(e.getMessage().contains("it is a directory"), e.getMessage());
  }

  @Test
  void missingDirectoryIsNamed() {
    StorageException e =
        assertThrows(
            StorageException.class, () -> Database.open(directory.resolve("none/shop.db")));
    assertTrue(e.getMessage().contains("none is not a directory"), e.getMessage());
  }

  @Test
  void lazyDatabaseTouchesTheFileWithItsFirstOperation() {
    DatabaseConfig config = DatabaseConfig.builder().path(file()).lazy(true).build();
    try (Database db = Database.open(config)) {
      assertFalse(Files.exists(file()));
      assertEquals(1, one(db));
      assertTrue(Files.exists(file()));
    }
  }

  @Test
  void readOnlyReadsButNeverWritesNorMakesTheFile() throws Exception {
    DatabaseConfig config = DatabaseConfig.builder().path(file()).readOnly(true).build();
    assertThrows(StorageException.class, () -> Database.open(config));
    assertEquals(List.of(), files());
    try (Database db = Database.open(file())) {
      db.execute("CREATE TABLE t (x)");
    }
    try (Database db = Database.open(config)) {
      assertEquals(List.of(0L), db.query("SELECT count(*) FROM t", row -> row.int64(0)));
      assertThrows(ReadOnlyDatabaseException.class, () -> db.execute("DELETE FROM t"));
      assertThrows(ReadOnlyDatabaseException.class, () -> db.transaction(() -> 1));
      assertEquals(1L, db.<Long, RuntimeException>readTransaction(() -> one(db)));
    }
  }

  @Test
  void unwritableDirectoryOfAWalFileIsNamed() throws Exception {
    try (Database db = Database.open(file())) {
      db.execute("CREATE TABLE t (x)");
    }
    Assumptions.assumeTrue(directory.toFile().setWritable(false) && !Files.isWritable(directory));
    try {
      DatabaseConfig config = DatabaseConfig.builder().path(file()).readOnly(true).build();
      StorageException e = assertThrows(StorageException.class, () -> Database.open(config));
      assertTrue(e.getMessage().contains(directory + ", which is not writable"), e.getMessage());
    } finally {
      directory.toFile().setWritable(true);
    }
  }

  @Test
  void inMemoryDatabasesArePrivateAndGoneAtClose() throws Exception {
    Path temporary;
    try (Database one = Database.inMemory();
        Database other = Database.inMemory()) {
      one.execute("CREATE TABLE t (x)");
      assertThrows(StatementException.class, () -> other.execute("INSERT INTO t VALUES (1)"));
      String path = one.query("PRAGMA database_list", row -> row.text("file")).get(0);
      temporary = Path.of(path);
      assertTrue(Files.exists(temporary));
    }
    assertFalse(Files.exists(temporary.getParent()));
  }

  @Test
  void closingEndsWaitingAndBusyThreads() throws Exception {
    Database db =
        Database.open(
            DatabaseConfig.builder().path(file()).closeTimeout(Duration.ofMillis(200)).build());
    db.execute("CREATE TABLE t (x)");
    CountDownLatch busy = new CountDownLatch(64);
    List<CompletableFuture<Throwable>> ends = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      int number = i;
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      ends.add(end);
      Thread thread =
          new Thread(
              () -> {
                busy.countDown();
                try {
                  while (true) {
                    work(db, number);
                  }
                } catch (Throwable e) {
                  end.complete(e);
                }
              });
      thread.setDaemon(true);
      thread.start();
    }
    busy.await();
    long start = System.nanoTime();
    db.close();
    assertTrue(System.nanoTime() - start < TimeUnit.SECONDS.toNanos(5));
    for (CompletableFuture<Throwable> end : ends) {
      Throwable e = end.get(5, TimeUnit.SECONDS);
      assertTrue(e instanceof DatabaseClosedException, e.toString());
    }
    assertEquals(List.of("shop.db"), files());
  }

  /** Short writes, short reads, and one query that would never end. */
  private static void work(Database db, int number) {
    if (number == 0) {
      db.query(
          "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n",
          row -> row.int64(0));
    } else if (number % 2 == 0) {
      db.execute("INSERT INTO t VALUES (1)");
    } else {
      one(db);
    }
  }

  @Test
  void openCursorDoesNotKeepTheFile() throws Exception {
    Database db = Database.open(file());
    db.execute("CREATE TABLE t (x)");
    var rows = db.sessions().hold().session().prepare("SELECT 1 UNION SELECT 2");
    assertTrue(rows.step());
    db.close();
    assertEquals(List.of("shop.db"), files());
    assertThrows(DbRazorException.class, rows::step);
  }

  @Test
  void forgottenDatabasesAreClosedSoonByOneThreadThatNamesTheirOpener() throws Exception {
    try (Warnings warnings = Warnings.ofPool()) {
      int threads = openAndForget(100);
      while (files().stream().anyMatch(name -> name.endsWith("-wal"))) {
        System.gc();
        Thread.onSpinWait();
      }
      assertEquals(1, threads);
      LogRecord warning = warnings.await("A database was never closed");
      assertTrue(Warnings.names(warning, "openAndForget"));
      assertTrue(warning.getThrown().getMessage().contains(directory.toString()));
    }
    assertTrue(files().contains("0.db"));
    awaitNoThreads();
  }

  private int openAndForget(int count) {
    int threads = 0;
    for (int i = 0; i < count; i++) {
      Database.open(directory.resolve(i + ".db")).execute("CREATE TABLE t (x)");
      threads = Math.max(threads, collectors());
    }
    return threads;
  }

  private static int collectors() {
    return (int) threads().stream().filter(t -> t.getName().equals("dbrazor-forgotten")).count();
  }

  @Test
  void threadsOfAForgottenDatabaseDoNotKeepIt() throws Exception {
    try (Warnings warnings = Warnings.ofPool()) {
      openAndForgetAtWork();
      warnings.await("A database was never closed");
    }
    awaitNoThreads();
    assertEquals(List.of("shop.db"), files());
  }

  /** Limits to look after, a cursor, a transaction with a deadline. */
  private void openAndForgetAtWork() {
    Duration hour = Duration.ofHours(1);
    Database db =
        Database.open(
            DatabaseConfig.builder()
                .path(file())
                .limits(ConnectionLimits.NONE.idleTimeout(hour).leakThreshold(hour))
                .build());
    db.execute("CREATE TABLE t (x)");
    db.sessions().hold().close();
    db.begin(TransactionOptions.builder().timeout(hour).build()).rollback();
    assertTrue(
        threads().stream().map(Thread::getName).toList().contains("dbrazor-upkeep"),
        () -> threads().toString());
    assertTrue(threads().stream().allMatch(Thread::isDaemon));
  }

  @Test
  void forgottenDatabaseInMemoryLeavesNoFile() {
    Path file = Database.inMemory().health().file();
    assertTrue(file.isAbsolute());
    while (Files.exists(file)) {
      System.gc();
      Thread.onSpinWait();
    }
    awaitNoThreads();
  }

  @Test
  void forgottenDatabaseLeavesTheFileToThoseWhoStillHaveIt() throws Exception {
    try (Warnings warnings = Warnings.ofPool();
        Database kept = Database.open(file())) {
      kept.execute("CREATE TABLE t (x)");
      Database.open(file()).execute("INSERT INTO t VALUES (1)");
      warnings.await("A database was never closed");
      assertEquals(1, kept.execute("INSERT INTO t VALUES (2)"));
    }
    awaitNoThreads(); // the forgotten one may be the last to let go
    assertEquals(List.of("shop.db"), files());
  }

  @Test
  void closedDatabaseLeavesNoThread() {
    Database db = Database.open(file());
    assertEquals(1, threads().size(), "of all files together, for what is forgotten");
    db.sessions().hold().close();
    assertEquals(2, threads().size());
    assertTrue(threads().stream().allMatch(Thread::isDaemon));
    db.close();
    awaitNoThreads();
  }

  private static void awaitNoThreads() {
    Eventually.is(() -> threads().isEmpty());
  }

  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("dbrazor"))
        .toList();
  }

  @Test
  void driverSaysWhatWasChosenAndWhy() {
    try (Database db = Database.inMemory()) {
      assertEquals("JDBC", db.driver().name());
      assertTrue(db.driver().engineVersion().startsWith("3."));
      assertEquals(
          List.of(
              "NATIVE: not on the class or module path",
              "JDBC: the library of sqlite-jdbc " + db.driver().engineVersion() + ": loaded"),
          db.driver().tried());
    }
    DriverException e =
        assertThrows(
            DriverException.class,
            () ->
                Database.open(
                    DatabaseConfig.builder().path(file()).driver(DriverChoice.NATIVE).build()));
    assertTrue(e.getMessage().contains("NATIVE"), e.getMessage());
    assertFalse(Files.exists(file()));
  }
}
