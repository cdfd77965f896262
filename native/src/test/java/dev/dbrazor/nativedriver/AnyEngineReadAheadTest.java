package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.suite.ReadAheadSuite;

/** The suite on NATIVE as it works with a library that copies no rows. */
@NeedsEngine
class AnyEngineReadAheadTest extends ReadAheadSuite {
  @Override
  protected Driver driver() {
    return NativeDriver.onAnyEngine(EngineChoice.SAFE);
  }
}
