package dev.dbrazor.benchmarks.store;

import dev.dbrazor.DriverChoice;
import java.nio.file.Path;
import java.sql.SQLException;

/** Everybody who is measured inside a JVM, in the order of the report. */
public enum Peer {
  JDBC("JDBC"),
  DBRAZOR_JDBC("DBRazor, JDBC"),
  DBRAZOR_NATIVE("DBRazor, NATIVE"),
  JOOQ("jOOQ"),
  JOOQ_KEPT("jOOQ, statements kept"),
  JDBI("Jdbi"),
  HIBERNATE("Hibernate"),
  HIBERNATE_STATELESS("Hibernate, stateless"),
  JDBC_TEMPLATE("JdbcTemplate");

  private static final int NATIVE_JAVA = 22;

  private final String title;

  Peer(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  public boolean isOurs() {
    return this == DBRAZOR_JDBC || this == DBRAZOR_NATIVE;
  }

  /** The driver, where it is {@link #isOurs}. */
  public DriverChoice driver() {
    return this == DBRAZOR_NATIVE ? DriverChoice.NATIVE : DriverChoice.JDBC;
  }

  /** Whether this Java is new enough. */
  public boolean runsHere() {
    return this != DBRAZOR_NATIVE || Runtime.version().feature() >= NATIVE_JAVA;
  }

  /** Opens a file that {@link DataFile} made. */
  public Store open(Path file) throws SQLException {
    // No lambdas in the constants: what they cost would be in every start-up.
    switch (this) {
      case JDBC:
        return new JdbcStore(file);
      case DBRAZOR_JDBC:
      case DBRAZOR_NATIVE:
        return new DbrazorStore(file, driver());
      case JOOQ:
        return new JooqStore(file);
      case JOOQ_KEPT:
        return new JooqKeptStore(file);
      case JDBI:
        return new JdbiStore(file);
      case HIBERNATE:
        return new SessionStore(file);
      case HIBERNATE_STATELESS:
        return new StatelessStore(file);
      default:
        return new JdbcTemplateStore(file);
    }
  }
}
