package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.OpenOptions;
import java.util.List;

/** SQLite through foreign memory, on Java 22 and newer. */
final class NativeDriver implements Driver {
  private final Engine engine;
  private final boolean copiesRows;

  /** Loads an engine; when there is none, a {@code DriverException} names all that was tried. */
  NativeDriver(EngineChoice choice) {
    this(Engine.loaded(choice), StatementCalls.copyRows());
  }

  private NativeDriver(Engine engine, boolean copiesRows) {
    this.engine = engine;
    this.copiesRows = copiesRows;
  }

  /** As on a library that is not the packaged one. */
  static NativeDriver onAnyEngine(EngineChoice choice) {
    return new NativeDriver(Engine.loaded(choice), false);
  }

  @Override
  public String name() {
    return "NATIVE";
  }

  @Override
  public String engineVersion() {
    return engine.version();
  }

  @Override
  public String engine() {
    return engine.origin();
  }

  @Override
  public boolean isEngineShared() {
    return false;
  }

  @Override
  public List<String> tried() {
    return engine.tried();
  }

  @Override
  public List<String> warnings() {
    return engine.doubts();
  }

  @Override
  public DriverConnection open(OpenOptions options) {
    return NativeConnection.open(options, copiesRows);
  }
}
