package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.EngineVersion;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.List;

/**
 * What decides whether a library may be used.
 *
 * @param version e.g. {@code 3.54.1}
 * @param threads whether connections may be used by different threads
 * @param fullText whether it has FTS5
 */
record EngineFacts(String version, boolean threads, boolean fullText) {

  /** Asks a library; one that is no SQLite is a {@link dev.dbrazor.DriverException}. */
  static EngineFacts of(SymbolLookup symbols) {
    Functions engine = new Functions(symbols);
    try (Arena arena = Arena.ofConfined()) {
      long version = call(engine, "sqlite3_libversion", 0);
      int threads = (int) call(engine, "sqlite3_threadsafe", 0);
      int fullText =
          (int)
              call(
                  engine,
                  "sqlite3_compileoption_used",
                  Memory.words("ENABLE_FTS5", arena).address());
      return new EngineFacts(Memory.words(version), threads != 0, fullText != 0);
    } catch (RuntimeException e) {
      throw e;
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }

  private static long call(Functions engine, String name, long argument) throws Throwable {
    MemorySegment function = engine.address(name);
    return (long) Functions.BLOCKING.invokeExact(function, argument, 0L, 0L, 0L, 0L, 0L);
  }

  /** Why it should not be used; empty when it should. */
  List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    if (!EngineVersion.isSafe(version)) {
      doubts.add(EngineVersion.danger(version));
    }
    if (!threads) {
      doubts.add("it was built without threads");
    }
    if (!fullText) {
      doubts.add("it was built without FTS5");
    }
    return doubts;
  }
}
