/** The driver NATIVE: SQLite through foreign memory, on Java 22 and newer. */
module dev.dbrazor.nativedriver {
  requires dev.dbrazor;
  requires static org.jspecify;

  provides dev.dbrazor.driver.DriverProvider with
      dev.dbrazor.nativedriver.NativeDriverProvider;
}
