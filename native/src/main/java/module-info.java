/** The driver NATIVE: SQLite through foreign memory, on Java 22 and newer. */
module dev.dbrazor.nativedriver {
  requires dev.dbrazor;
  requires static org.jspecify;

  provides dev.dbrazor.driver.Driver with
      dev.dbrazor.nativedriver.NativeDriver;
}
