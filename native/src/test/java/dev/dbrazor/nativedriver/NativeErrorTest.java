package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.suite.ErrorSuite;

/** The suite on NATIVE. */
@NeedsEngine
class NativeErrorTest extends ErrorSuite {
  @Override
  protected Driver driver() {
    return new NativeDriver(EngineChoice.SAFE);
  }
}
