package dev.dbrazor.driver;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DriverException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions that may be trusted and those that may not. */
class EngineVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"3.7.0", "3.46.1.0", "3.51.2"})
  void engineThatCanCorruptIsRefused(String version) {
    assertFalse(EngineVersion.isSafe(version));
    assertThrows(DriverException.class, () -> EngineVersion.requireSafe(version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.51.3", "3.54.1.0", "4.0.0"})
  void safeEngineIsAccepted(String version) {
    assertTrue(EngineVersion.isSafe(version));
    EngineVersion.requireSafe(version);
  }
}
