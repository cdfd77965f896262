package dev.dbrazor.processor.verify;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * A database in memory. The connection is made directly, past {@code DriverManager}, where a driver
 * would be registered and outlive the compilation.
 */
public final class Memory {
  private Memory() {}

  /** Fails with a {@link LinkageError} when the driver or its native part is not there. */
  public static Connection open() throws SQLException {
    LibraryLoad.run();
    return new JDBC4Connection("jdbc:sqlite::memory:", ":memory:", new Properties());
  }
}
