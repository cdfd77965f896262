package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DriverException;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.UnpackedLibrary;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which libraries are taken, and what is said about the others. */
class EngineSearchTest {
  @TempDir Path directory;
  private final EngineSearch search = new EngineSearch(false);

  @AfterEach
  void forgetTheProperty() {
    System.clearProperty(EngineSearch.PROPERTY);
  }

  /** A library that answers as told: the functions are Java's. */
  private static SymbolLookup answering(String version, int threads, int fullText, Arena arena) {
    MemorySegment name = arena.allocateFrom(version);
    Map<String, MemorySegment> functions =
        Map.of(
            "sqlite3_libversion", constant(JAVA_LONG, name.address(), arena),
            "sqlite3_threadsafe", constant(JAVA_INT, threads, arena),
            "sqlite3_compileoption_used", fullText(fullText, arena));
    return symbol -> Optional.ofNullable(functions.get(symbol));
  }

  private static MemorySegment constant(ValueLayout type, Object value, Arena arena) {
    return stub(MethodHandles.constant(type.carrier(), value), FunctionDescriptor.of(type), arena);
  }

  private static MemorySegment fullText(int value, Arena arena) {
    return stub(
        MethodHandles.dropArguments(MethodHandles.constant(int.class, value), 0, long.class),
        FunctionDescriptor.of(JAVA_INT, JAVA_LONG),
        arena);
  }

  @SuppressWarnings("restricted")
  private static MemorySegment stub(MethodHandle body, FunctionDescriptor type, Arena arena) {
    return Linker.nativeLinker().upcallStub(body, type, arena);
  }

  @ParameterizedTest
  @CsvSource({
    "3.51.2, 1, 1, can corrupt a database in WAL mode",
    "3.54.1, 0, 1, without threads",
    "3.54.1, 2, 0, without FTS5"
  })
  void doubtfulLibraryIsOnlyTakenWhenTold(
      String version, int threads, int fullText, String reason) {
    assertNull(search.load("it", arena -> answering(version, threads, fullText, arena), false));
    assertEquals(1, search.tried().size());
    assertTrue(search.tried().get(0).contains(reason), search.tried().toString());
    Engine told = search.load("it", arena -> answering(version, threads, fullText, arena), true);
    assertNotNull(told);
    assertEquals("it: loaded, SQLite " + version, told.tried().get(1));
  }

  @Test
  void safeLibraryIsTaken() {
    Engine engine = search.load("it", arena -> answering("3.51.3", 1, 1, arena), false);
    assertNotNull(engine);
    assertEquals("3.51.3", engine.version());
  }

  @Test
  void libraryThatIsNoSqliteIsRefused() {
    assertNull(search.load("it", arena -> symbol -> Optional.empty(), true));
    assertTrue(search.tried().get(0).contains("sqlite3_libversion"), search.tried().toString());
  }

  @Test
  void namedLibraryIsTheOnlyOneTried() {
    Path missing = directory.resolve("missing.so");
    System.setProperty(EngineSearch.PROPERTY, missing.toString());
    DriverException e =
        assertThrows(DriverException.class, () -> EngineSearch.find(EngineChoice.SAFE));
    assertTrue(e.getMessage().contains(missing + ", as configured: "));
    assertFalse(e.getMessage().contains("system"), e.getMessage());
  }

  @Test
  void configurationGoesBeforeTheProperty() {
    System.setProperty(EngineSearch.PROPERTY, "/nowhere.so");
    Path missing = directory.resolve("missing.so").toAbsolutePath();
    DriverException e =
        assertThrows(
            DriverException.class, () -> EngineSearch.find(new EngineChoice(missing, false)));
    assertTrue(e.getMessage().contains(missing + ", as configured: "), e.getMessage());
    assertFalse(e.getMessage().contains("nowhere"), e.getMessage());
  }

  @Test
  void aProcessUsesOneLibrary() {
    Engine loaded = new Engine(symbol -> Optional.empty(), "3.54.1", "it", List.of(), List.of());
    loaded.requireFit(EngineChoice.SAFE);
    EngineChoice other = new EngineChoice(directory.resolve("other.so"), false);
    DriverException e = assertThrows(DriverException.class, () -> loaded.requireFit(other));
    assertTrue(e.getMessage().startsWith("SQLite is loaded from it already"), e.getMessage());
  }

  @Test
  void engineAcceptedByOneDatabaseIsNotAcceptedByAll() {
    Engine old =
        new Engine(symbol -> Optional.empty(), "3.51.2", "it", List.of("it is old"), List.of());
    old.requireFit(new EngineChoice(null, true));
    DriverException e =
        assertThrows(DriverException.class, () -> old.requireFit(EngineChoice.SAFE));
    assertTrue(e.getMessage().contains("it is old"), e.getMessage());
  }

  @Test
  void unpackedLibraryLeavesNothingBehind() throws Exception {
    Path[] unpacked = new Path[1];
    try (URLClassLoader loader = withLibrary("bytes");
        UnpackedLibrary file = PackagedEngine.unpack(loader)) {
      unpacked[0] = file.file();
      assertEquals("bytes", Files.readString(file.file()));
    }
    assertTrue(Files.notExists(unpacked[0]));
    assertTrue(Files.notExists(unpacked[0].getParent()));
  }

  private URLClassLoader withLibrary(String content) throws Exception {
    Path library = directory.resolve(PackagedEngine.resource());
    Files.createDirectories(library.getParent());
    Files.writeString(library, content);
    return new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
  }
}
