package dev.dbrazor.driver;

/** A driver of another module, as the service loader finds it. */
public interface DriverProvider {
  /**
   * The driver on an engine of that choice.
   *
   * @throws dev.dbrazor.DriverException when there is none; the message names all that was tried
   */
  Driver load(EngineChoice engine);
}
