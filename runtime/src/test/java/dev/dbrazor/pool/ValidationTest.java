package dev.dbrazor.pool;

import static dev.dbrazor.pool.TestPool.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import dev.dbrazor.pool.PoolSettings.Synchronous;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections that do not work any more, found before they are lent and after they failed. */
@Timeout(60)
class ValidationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @TempDir Path directory;

  private PoolSettings settings(Duration validateAfter) {
    return new PoolSettings(
        new JdbcDriver(),
        directory.resolve("pool.db"),
        false,
        false,
        Synchronous.NORMAL,
        2,
        PATIENCE,
        PATIENCE,
        PATIENCE,
        3,
        1 << 20,
        false,
        new Lending(0, null, null, null, null, PATIENCE, Map.of(), validateAfter));
  }

  /** The next reader lent after one died while it was idle. */
  private void borrowAfterDeath(Duration validateAfter, boolean found) {
    PoolSettings settings = settings(validateAfter);
    PoolState state = new PoolState(settings.file());
    Connections connections = new Connections(settings, state);
    connections.openWriter();
    Permits permits = new Permits(2, state);
    Readers readers =
        new Readers(connections, permits, new Permits(2, state), settings, new Reaper());
    ThreadState thread = new ThreadState();
    PooledConnection dead = readers.borrow(thread, Deadline.NONE);
    readers.giveBack(dead, thread);
    dead.close();
    PooledConnection next = readers.borrow(thread, Deadline.NONE);
    if (found) {
      assertNotSame(dead, next);
      assertTrue(next.works());
      assertEquals(2, connections.count());
    } else {
      assertSame(dead, next);
    }
    connections.closeAll();
  }

  @Test
  void readerThatWasIdleForLongIsAskedBeforeItIsLent() {
    borrowAfterDeath(Duration.ZERO, true);
  }

  @Test
  void readerThatWasUsedJustNowIsNot() {
    borrowAfterDeath(Duration.ofMinutes(1), false);
  }

  @Test
  void connectionLostToAFatalErrorIsReplaced() throws Exception {
    PooledSessions sessions = new PooledSessions(settings(Lending.MINUTE));
    try {
      sessions.write(session -> step(session, "CREATE TABLE good (x INTEGER)"));
      sessions.write(session -> step(session, "INSERT INTO good VALUES (7)"));
      sessions.write(session -> step(session, "CREATE TABLE bad (x INTEGER)"));
      sessions.write(session -> step(session, "INSERT INTO bad VALUES (8)"));
      sessions.maintenance().checkpoint();
      int rootOfBad = 3;
      try (RandomAccessFile file =
          new RandomAccessFile(directory.resolve("pool.db").toFile(), "rw")) {
        file.seek((rootOfBad - 1) * 4096L);
        file.write(new byte[4096]);
      }
      assertThrows(
          CorruptDatabaseException.class,
          () -> sessions.read(session -> step(session, "SELECT x FROM bad")));
      long opened = sessions.report().totals().connections();
      assertEquals(true, sessions.read(session -> step(session, "SELECT x FROM good")));
      assertEquals(true, sessions.read(session -> step(session, "SELECT x FROM good")));
      assertEquals(opened + 1, sessions.report().totals().connections());
    } finally {
      sessions.close();
    }
  }
}
