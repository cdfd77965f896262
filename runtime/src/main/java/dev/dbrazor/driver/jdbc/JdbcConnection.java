package dev.dbrazor.driver.jdbc;

import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.EngineErrors;
import dev.dbrazor.driver.SqlText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;
import org.sqlite.SQLiteConnection;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/**
 * One sqlite-jdbc connection, driven by statements only: never {@code setAutoCommit}, {@code
 * commit}, {@code rollback}.
 */
final class JdbcConnection implements DriverConnection {
  /** About 0.2 ms: a call is not noticeable beside it, while every 1,000 steps cost 3 %. */
  private static final int STEPS_BETWEEN_QUESTIONS = 10_000;

  private final SQLiteConnection connection;
  private final DB database;
  private final boolean utf8;

  /**
   * Keeps interrupting and closing apart: the driver's own lock is held by the statement to
   * interrupt. Fair, so that a thread that interrupts again and again cannot keep another from
   * closing.
   */
  private final ReentrantLock lifetime = new ReentrantLock(true);

  private JdbcConnection(SQLiteConnection connection, boolean utf8) {
    this.connection = connection;
    this.database = connection.getDatabase();
    this.utf8 = utf8;
  }

  static JdbcConnection on(SQLiteConnection connection) throws SQLException {
    JdbcConnection probe = new JdbcConnection(connection, true);
    try (DriverStatement encoding = probe.prepare("PRAGMA encoding")) {
      encoding.step();
      boolean utf8 = Arrays.equals(encoding.blob(0), new byte[] {'U', 'T', 'F', '-', '8'});
      return utf8 ? probe : new JdbcConnection(connection, false);
    }
  }

  @Override
  public DriverStatement prepare(String sql) {
    SqlText text = SqlText.of(sql);
    if (text.verb().isEmpty()) { // the driver would keep a statement it can neither run nor close
      throw EngineErrors.of(Codes.SQLITE_ERROR, "There is no statement in the text", sql, null);
    }
    try {
      PreparedStatement statement = connection.prepareStatement(sql);
      return new JdbcStatement(
          database, (CoreStatement) statement, statement, sql, text.changesRows(), utf8);
    } catch (SQLException e) {
      throw JdbcErrors.of(e, sql);
    }
  }

  /**
   * The engine's own flag is not within reach, but BEGIN is refused inside a transaction, without
   * any effect. Run only after errors.
   */
  @Override
  public boolean inTransaction() {
    synchronized (database) {
      try {
        if (database.isClosed() || database._exec("BEGIN") != Codes.SQLITE_OK) {
          return !database.isClosed();
        }
        database._exec("ROLLBACK");
        return false;
      } catch (SQLException e) {
        return true;
      }
    }
  }

  @Override
  public void interrupt() {
    lifetime.lock();
    try {
      if (!database.isClosed()) {
        database.interrupt();
      }
    } catch (SQLException e) {
      throw JdbcErrors.of(e, null);
    } finally {
      lifetime.unlock();
    }
  }

  @Override
  public void stopWhen(BooleanSupplier asked) {
    ProgressHandler handler =
        new ProgressHandler() {
          @Override
          protected int progress() {
            return asked.getAsBoolean() ? 1 : 0;
          }
        };
    try {
      ProgressHandler.setHandler(connection, STEPS_BETWEEN_QUESTIONS, handler);
    } catch (SQLException e) {
      throw JdbcErrors.of(e, null);
    }
  }

  @Override
  public void close() {
    lifetime.lock();
    try {
      connection.close();
    } catch (SQLException e) {
      throw JdbcErrors.of(e, null, "Cannot close: ");
    } finally {
      lifetime.unlock();
    }
  }
}
