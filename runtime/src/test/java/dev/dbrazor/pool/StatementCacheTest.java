package dev.dbrazor.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cache of three statements, over a connection. */
class StatementCacheTest {
  private static final int CAPACITY = 3;

  @TempDir Path directory;
  private DriverConnection connection;
  private StatementCache cache;

  @BeforeEach
  void connect() {
    connection =
        new JdbcDriver()
            .open(
                new OpenOptions(
                    directory.resolve("a.db"), OpenMode.CREATE, Duration.ofSeconds(1), 1 << 20));
    cache = new StatementCache(connection, CAPACITY);
  }

  @AfterEach
  void close() {
    connection.close();
  }

  /** Used once and given back. */
  private DriverStatement use(String sql) {
    CachedStatement taken = cache.take(sql);
    assertTrue(taken.statement.step());
    cache.giveBack(taken);
    return taken.statement;
  }

  private static void assertClosed(DriverStatement statement) {
    assertThrows(DbRazorException.class, statement::step);
  }

  @Test
  void theLeastRecentlyUsedOneIsClosedAndTheOthersAreKept() {
    DriverStatement first = use("SELECT 1");
    DriverStatement second = use("SELECT 2");
    DriverStatement third = use("SELECT 3");
    assertSame(first, use("SELECT 1"));
    use("SELECT 4");
    assertClosed(second);
    assertSame(first, use("SELECT 1"));
    assertSame(third, use("SELECT 3"));
    assertNotSame(second, use("SELECT 2"));
    assertEquals(3, cache.hits.value());
    assertEquals(5, cache.misses.value());
  }

  @Test
  void oneInUseBelongsToItsUserAloneAndIsClosedWhenGivenBack() {
    CachedStatement used = cache.take("SELECT 0");
    for (int i = 1; i <= CAPACITY; i++) {
      use("SELECT " + i);
    }
    assertTrue(used.statement.step());
    cache.giveBack(used);
    assertClosed(used.statement);
  }

  @Test
  void aSecondUserOfATextHasAStatementOfItsOwn() {
    CachedStatement first = cache.take("SELECT 1");
    CachedStatement second = cache.take("SELECT 1");
    assertNotSame(first.statement, second.statement);
    cache.giveBack(second);
    assertClosed(second.statement);
    cache.giveBack(first);
    assertSame(first.statement, use("SELECT 1"));
  }

  @Test
  void afterAChangeOfTheSchemaNoneIsKept() {
    DriverStatement idle = use("SELECT 1");
    CachedStatement used = cache.take("SELECT 2");
    cache.clear();
    assertClosed(idle);
    assertTrue(used.statement.step());
    cache.giveBack(used);
    assertClosed(used.statement);
  }

  @Test
  void whatChangesTheSchemaIsNotKept() {
    CachedStatement change = cache.take("CREATE TABLE t (x)");
    assertTrue(change.changesSchema);
    change.statement.step();
    cache.giveBack(change);
    assertClosed(change.statement);
  }
}
