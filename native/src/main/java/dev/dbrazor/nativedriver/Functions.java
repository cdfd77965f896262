package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.dbrazor.DriverException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * The engine's functions, and the handles that call them.
 *
 * <p>The linker spins classes for each signature, some five milliseconds of a start each, and a
 * handle of each function's own costs more. So there are few, which are given the address: pointers
 * and integers are all passed as {@code long}, results are narrowed by the caller, and a function
 * is given more arguments than it has. In every calling convention Java links for, arguments are
 * the caller's to remove, and those too many are not looked at.
 */
@SuppressWarnings("restricted")
final class Functions {
  private static final Linker LINKER = Linker.nativeLinker();

  /**
   * Calls a function that may wait, read or write a file: the virtual machine is told that a thread
   * is away. Of its address and six {@code long}, giving one.
   */
  static final MethodHandle BLOCKING =
      LINKER.downcallHandle(
          FunctionDescriptor.of(
              JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG));

  /**
   * Calls a function that is over at once: the thread stays in Java, which makes the call cheap. Of
   * its address and three {@code long}, giving one.
   */
  static final MethodHandle LEAF =
      LINKER.downcallHandle(
          FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
          Linker.Option.critical(false));

  private final SymbolLookup symbols;

  Functions(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /** As {@link #LEAF}, of a {@code long} and an {@code int}, giving a {@code double}. */
  MethodHandle leafToDouble(String name) {
    return LINKER.downcallHandle(
        address(name),
        FunctionDescriptor.of(JAVA_DOUBLE, JAVA_LONG, JAVA_INT),
        Linker.Option.critical(false));
  }

  /** As {@link #LEAF}, of a {@code long}, an {@code int} and a {@code double}. */
  MethodHandle leafOnDouble(String name) {
    return LINKER.downcallHandle(
        address(name),
        FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_DOUBLE),
        Linker.Option.critical(false));
  }

  /**
   * As {@link #LEAF}, of a {@code long}, an {@code int}, a Java array with its length, and a {@code
   * long}: the engine copies the array in the call.
   */
  MethodHandle leafOnArray(String name) {
    return LINKER.downcallHandle(
        address(name),
        FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT, JAVA_LONG),
        Linker.Option.critical(true));
  }

  /** {@code sqlite3_db_config}, whose arguments after the second may be of any kind. */
  MethodHandle configure() {
    return LINKER.downcallHandle(
        address("sqlite3_db_config"),
        FunctionDescriptor.of(JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_LONG),
        Linker.Option.firstVariadicArg(2));
  }

  boolean has(String name) {
    return symbols.find(name).isPresent();
  }

  /** Without the library's scope, whose liveness would be checked in each call. */
  MemorySegment address(String name) {
    Optional<MemorySegment> symbol = symbols.find(name);
    if (symbol.isEmpty()) {
      throw new DriverException("The library has no function " + name);
    }
    return MemorySegment.ofAddress(symbol.get().address());
  }

  /** The engine's functions throw nothing: only a wrong handle or a full stack can. */
  static Error failed(Throwable failure) {
    return failure instanceof Error error
        ? error
        : new AssertionError("A call of the engine failed", failure);
  }
}
