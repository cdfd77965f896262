package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.suite.LifetimeSuite;

/** The suite on NATIVE. */
@NeedsEngine
class NativeLifetimeTest extends LifetimeSuite {
  @Override
  protected Driver driver() {
    return new NativeDriver(EngineChoice.SAFE);
  }
}
