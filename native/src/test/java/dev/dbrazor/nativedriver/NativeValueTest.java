package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.suite.ValueSuite;

/** The suite on NATIVE. */
@NeedsEngine
class NativeValueTest extends ValueSuite {
  @Override
  protected Driver driver() {
    return new NativeDriver(EngineChoice.SAFE);
  }
}
