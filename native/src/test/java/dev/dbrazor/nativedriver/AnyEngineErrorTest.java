package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.suite.ErrorSuite;

/** The suite on NATIVE as it works with a library that copies no rows. */
@NeedsEngine
class AnyEngineErrorTest extends ErrorSuite {
  @Override
  protected Driver driver() {
    return NativeDriver.onAnyEngine(EngineChoice.SAFE);
  }
}
