package dev.dbrazor.pool;

import static dev.dbrazor.pool.TestPool.step;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.StorageException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.TransactionStateException;
import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.OpenMode;
import dev.dbrazor.driver.OpenOptions;
import dev.dbrazor.driver.jdbc.JdbcDriver;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connections given back wrongly, streams taken to other threads, trouble behind a commit. */
@Timeout(60)
class MisuseTest {
  @TempDir Path directory;
  private final AtomicBoolean failing = new AtomicBoolean();
  private PoolSettings settings;
  private PooledSessions sessions;

  @BeforeEach
  void open() {
    settings = TestPool.settings(new FailingDriver(failing), directory.resolve("pool.db"));
    sessions = new PooledSessions(settings);
    sessions.write(session -> step(session, "CREATE TABLE t (x INTEGER)"));
  }

  @AfterEach
  void close() {
    failing.set(false);
    sessions.close();
  }

  @Test
  void connectionGivenBackTwiceIsRefusedAndCountsOnce() {
    PoolState state = new PoolState(settings.file());
    Connections connections = new Connections(settings, state);
    Permits permits = new Permits(2, state);
    Readers readers =
        new Readers(connections, permits, new Permits(2, state), settings, new Reaper());
    ThreadState thread = new ThreadState();
    PooledConnection reader = readers.borrow(thread, Deadline.NONE);
    readers.giveBack(reader, thread);
    assertThrows(TransactionStateException.class, () -> readers.giveBack(reader, thread));
    assertEquals(2, permits.free());
    assertEquals(0, thread.readers.get());
    PooledConnection foreign = connections.openReader();
    assertThrows(TransactionStateException.class, () -> readers.giveBack(foreign, thread));
    assertEquals(2, permits.free());
    connections.closeAll();
  }

  @Test
  void streamOfATransactionBelongsToItsThread() {
    sessions.transaction(
        () -> {
          Lease lease = sessions.hold();
          DriverStatement rows = lease.session().prepare("VALUES (1), (2)");
          assertTrue(rows.step());
          TransactionStateException e =
              CompletableFuture.supplyAsync(
                      () -> assertThrows(TransactionStateException.class, rows::step))
                  .orTimeout(20, TimeUnit.SECONDS)
                  .join();
          String here = Thread.currentThread().getName();
          assertTrue(e.getMessage().contains("'" + here + "'"), e.getMessage());
          assertTrue(rows.step());
          assertEquals(2, rows.int64(0));
          return null;
        });
  }

  /** There is no natural way to make closing fail; the seam of the driver stands for a bad disk. */
  @Test
  void troubleBehindACommitSaysThatItIsStored() {
    StorageException e =
        assertThrows(
            StorageException.class,
            () ->
                sessions.rebuilding(
                    session -> {
                      step(session, "INSERT INTO t VALUES (1)");
                      failing.set(true);
                      return null;
                    }));
    assertEquals(TransactionState.COMMITTED, e.transactionState());
    failing.set(false);
    assertEquals(true, sessions.read(session -> step(session, "SELECT 1 FROM t")));
    sessions.write(session -> step(session, "INSERT INTO t VALUES (2)"));
  }

  /** Its connections can neither be set nor closed while it fails. */
  private record FailingDriver(AtomicBoolean failing, Driver driver) implements Driver {
    FailingDriver(AtomicBoolean failing) {
      this(failing, new JdbcDriver());
    }

    @Override
    public String name() {
      return driver.name();
    }

    @Override
    public String engineVersion() {
      return driver.engineVersion();
    }

    @Override
    public String engine() {
      return driver.engine();
    }

    @Override
    public boolean isEngineShared() {
      return driver.isEngineShared();
    }

    @Override
    public List<String> tried() {
      return driver.tried();
    }

    @Override
    public List<String> warnings() {
      return driver.warnings();
    }

    @Override
    public DriverConnection open(OpenOptions options) {
      DriverConnection connection = driver.open(options);
      return options.mode() == OpenMode.CREATE
          ? new FailingConnection(failing, connection)
          : connection;
    }
  }

  /** A connection that fails when its driver does. */
  private record FailingConnection(AtomicBoolean failing, DriverConnection connection)
      implements DriverConnection {
    private void fail() {
      if (failing.get()) {
        throw new StorageException("The disk is gone");
      }
    }

    @Override
    public DriverStatement prepare(String sql) {
      if (sql.startsWith("PRAGMA legacy_alter_table")) {
        fail();
      }
      return connection.prepare(sql);
    }

    @Override
    public boolean inTransaction() {
      return connection.inTransaction();
    }

    @Override
    public void interrupt() {
      connection.interrupt();
    }

    @Override
    public void stopWhen(BooleanSupplier asked) {
      connection.stopWhen(asked);
    }

    @Override
    public void close() {
      connection.close();
      fail();
    }
  }
}
