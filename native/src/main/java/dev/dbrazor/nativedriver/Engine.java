package dev.dbrazor.nativedriver;

import dev.dbrazor.DriverException;
import dev.dbrazor.driver.EngineChoice;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy of SQLite this process uses. There is one: two would drop each other's locks when they
 * have the same file open.
 *
 * @param symbols stays loaded as long as the process
 * @param version e.g. {@code 3.54.1}
 * @param origin where it came from
 * @param doubts why it should not be used, and was nevertheless as told; mostly empty
 * @param tried what was looked at before, each with its outcome, and this one
 */
record Engine(
    SymbolLookup symbols, String version, String origin, List<String> doubts, List<String> tried) {
  private static @Nullable Engine loaded;

  /** Looks for an engine the first time; a failure is not remembered, so it can be mended. */
  static synchronized Engine loaded(EngineChoice choice) {
    Engine engine = loaded;
    if (engine == null) {
      engine = EngineSearch.find(choice);
      loaded = engine;
    }
    engine.requireFit(choice);
    return engine;
  }

  /** The one in use; where none is yet, one that is safe. */
  static synchronized Engine loaded() {
    Engine engine = loaded;
    return engine == null ? loaded(EngineChoice.SAFE) : engine;
  }

  /** Throws when this one, which was loaded for another database, is not what is asked for. */
  void requireFit(EngineChoice choice) {
    Path named = EngineSearch.named(choice);
    if (named != null && !origin.equals(EngineSearch.origin(named))) {
      throw new DriverException(
          "SQLite is loaded from " + origin + " already; a process uses one library, not " + named);
    }
    if (named == null && !choice.acceptOlder() && !doubts.isEmpty()) {
      throw new DriverException(
          "SQLite is loaded from " + origin + " already, and is not accepted: " + doubts);
    }
  }

  Functions functions() {
    return new Functions(symbols);
  }
}
