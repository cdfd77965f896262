package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverProvider;
import dev.dbrazor.driver.EngineChoice;

/** Offers NATIVE to the service loader. */
public final class NativeDriverProvider implements DriverProvider {
  @Override
  public Driver load(EngineChoice engine) {
    return new NativeDriver(engine);
  }
}
