package dev.dbrazor.driver.suite;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.jdbc.JdbcDriver;

/** The suite on JDBC. */
class JdbcReadAheadTest extends ReadAheadSuite {
  @Override
  protected Driver driver() {
    return new JdbcDriver();
  }
}
