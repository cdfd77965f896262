package dev.dbrazor.nativedriver;

import dev.dbrazor.DriverException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * Makes handles of the engine's functions. Pointers are passed as {@code long}: that is how they
 * are kept, and no object is made for them.
 */
@SuppressWarnings("restricted")
final class Functions {
  private static final Linker LINKER = Linker.nativeLinker();

  private final SymbolLookup symbols;

  Functions(SymbolLookup symbols) {
    this.symbols = symbols;
  }

  /** One that may wait, read or write a file: the virtual machine is told that a thread is away. */
  MethodHandle blocking(String name, @Nullable MemoryLayout result, MemoryLayout... parameters) {
    return LINKER.downcallHandle(address(name), descriptor(result, parameters));
  }

  /** One that is over at once: the thread stays in Java, which makes the call cheap. */
  MethodHandle leaf(String name, @Nullable MemoryLayout result, MemoryLayout... parameters) {
    return LINKER.downcallHandle(
        address(name), descriptor(result, parameters), Linker.Option.critical(false));
  }

  /** As {@link #leaf}, for segments that are Java arrays: the engine copies them in the call. */
  MethodHandle leafOnArrays(
      String name, @Nullable MemoryLayout result, MemoryLayout... parameters) {
    return LINKER.downcallHandle(
        address(name), descriptor(result, parameters), Linker.Option.critical(true));
  }

  /** One with any number of parameters after the first ones. */
  MethodHandle variadic(String name, int fixed, MemoryLayout result, MemoryLayout... parameters) {
    return LINKER.downcallHandle(
        address(name), descriptor(result, parameters), Linker.Option.firstVariadicArg(fixed));
  }

  /** Without the library's scope, whose liveness would be checked in each call. */
  private MemorySegment address(String name) {
    return symbols
        .find(name)
        .map(symbol -> MemorySegment.ofAddress(symbol.address()))
        .orElseThrow(() -> new DriverException("The library has no function " + name));
  }

  private static FunctionDescriptor descriptor(
      @Nullable MemoryLayout result, MemoryLayout[] parameters) {
    return result == null
        ? FunctionDescriptor.ofVoid(parameters)
        : FunctionDescriptor.of(result, parameters);
  }

  /** The engine's functions throw nothing: only a wrong handle or a full stack can. */
  static Error failed(Throwable failure) {
    return failure instanceof Error error
        ? error
        : new AssertionError("A call of the engine failed", failure);
  }
}
