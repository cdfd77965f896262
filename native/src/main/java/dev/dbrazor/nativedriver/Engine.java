package dev.dbrazor.nativedriver;

import java.lang.foreign.SymbolLookup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The copy of SQLite this process uses. There is one: two would drop each other's locks when they
 * have the same file open.
 *
 * @param symbols stays loaded as long as the process
 * @param version e.g. {@code 3.54.1}
 * @param origin where it came from
 * @param tried what was looked at before, each with its outcome, and this one
 */
record Engine(SymbolLookup symbols, String version, String origin, List<String> tried) {
  private static @Nullable Engine loaded;

  /** Looks for an engine the first time; a failure is not remembered, so it can be mended. */
  static synchronized Engine loaded() {
    Engine engine = loaded;
    if (engine == null) {
      engine = EngineSearch.find();
      loaded = engine;
    }
    return engine;
  }

  Functions functions() {
    return new Functions(symbols);
  }
}
