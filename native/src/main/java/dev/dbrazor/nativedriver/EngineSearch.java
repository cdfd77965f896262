package dev.dbrazor.nativedriver;

import dev.dbrazor.DriverException;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.UnpackedLibrary;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an engine: the library that the database's configuration or the system property {@code
 * dbrazor.sqlite.library} names and no other, or else the packaged one, or else the system's. What
 * nobody has named or accepted must be safe to use.
 */
final class EngineSearch {
  static final String PROPERTY = "dbrazor.sqlite.library";

  private static final List<String> SYSTEM_NAMES =
      List.of("libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "sqlite3.dll");

  private final boolean acceptOlder;
  private final List<String> tried = new ArrayList<>();

  EngineSearch(boolean acceptOlder) {
    this.acceptOlder = acceptOlder;
  }

  static Engine find(EngineChoice choice) {
    Path named = named(choice);
    EngineSearch search = new EngineSearch(choice.acceptOlder());
    Engine engine =
        named == null
            ? search.byItself(EngineSearch.class.getClassLoader())
            : search.load(origin(named), new FileOpener(named), true);
    if (engine == null) {
      throw new DriverException("No SQLite engine can be used: " + String.join("; ", search.tried));
    }
    return engine;
  }

  /** The one library to use, absolute; null when none is named. */
  static @Nullable Path named(EngineChoice choice) {
    String property = System.getProperty(PROPERTY);
    if (choice.library() != null || property == null) {
      return choice.library();
    }
    try {
      return Path.of(property).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new DriverException(PROPERTY + " is no file name: " + e.getMessage());
    }
  }

  static String origin(Path named) {
    return named + ", as configured";
  }

  private @Nullable Engine byItself(@Nullable ClassLoader loader) {
    Engine packaged = packaged(loader);
    if (packaged != null) {
      return packaged;
    }
    for (String name : SYSTEM_NAMES) {
      Engine engine = load("the system's " + name, new SystemOpener(name), acceptOlder);
      if (engine != null) {
        return engine;
      }
    }
    return null;
  }

  private @Nullable Engine packaged(@Nullable ClassLoader loader) {
    String resource = PackagedEngine.resource();
    try (UnpackedLibrary library = PackagedEngine.unpack(loader)) {
      return library == null
          ? refused("the resource " + resource, "not on the class or module path")
          : load("the resource " + resource, new FileOpener(library.file()), acceptOlder);
    } catch (IOException e) {
      return refused("the resource " + resource, "cannot be unpacked: " + e);
    }
  }

  /** Keeps the library when it may be used, and lets go of it otherwise. */
  @Nullable Engine load(String origin, LibraryOpener opener, boolean told) {
    Arena arena = Arena.ofShared();
    Engine engine = null;
    try {
      SymbolLookup symbols = opener.open(arena);
      EngineFacts facts = EngineFacts.of(symbols);
      List<String> doubts = facts.doubts();
      if (doubts.isEmpty() || told) {
        warn(origin, doubts);
        tried.add(origin + ": loaded, SQLite " + facts.version());
        engine = new Engine(symbols, facts.version(), origin, doubts, List.copyOf(tried));
      } else {
        refused(origin, String.join(", ", doubts));
      }
    } catch (IllegalArgumentException | DriverException e) {
      refused(origin, String.valueOf(e.getMessage()));
    } finally {
      if (engine == null) {
        arena.close();
      }
    }
    return engine;
  }

  private static void warn(String origin, List<String> doubts) {
    if (!doubts.isEmpty()) {
      System.getLogger("dev.dbrazor.nativedriver")
          .log(Level.WARNING, "Using SQLite of " + origin + ", as told, although: " + doubts);
    }
  }

  List<String> tried() {
    return tried;
  }

  private @Nullable Engine refused(String origin, String reason) {
    tried.add(origin + ": " + reason);
    return null;
  }

  /** Loads a library for as long as an arena lives. */
  interface LibraryOpener {
    SymbolLookup open(Arena arena);
  }

  /** Loads a file. */
  private record FileOpener(Path file) implements LibraryOpener {
    @Override
    @SuppressWarnings("restricted")
    public SymbolLookup open(Arena arena) {
      return SymbolLookup.libraryLookup(file, arena);
    }
  }

  /** Loads what the system finds under a name. */
  private record SystemOpener(String name) implements LibraryOpener {
    @Override
    @SuppressWarnings("restricted")
    public SymbolLookup open(Arena arena) {
      return SymbolLookup.libraryLookup(name, arena);
    }
  }
}
