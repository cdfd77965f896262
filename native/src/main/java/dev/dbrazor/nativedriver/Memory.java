package dev.dbrazor.nativedriver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Copies what the engine points to. Addresses are the engine's own and are read in its gate. */
final class Memory {
  @SuppressWarnings("restricted")
  private static final MemorySegment ALL = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private static final int SHORT = 4096;

  /** Texts pass through here, so that one costs no array beside the string's own. */
  private final byte[] passage = new byte[SHORT];

  String text(long address, int length) {
    byte[] bytes = length <= SHORT ? passage : new byte[length];
    copy(address, bytes, length);
    return new String(bytes, 0, length, UTF_8);
  }

  static byte[] bytes(long address, int length) {
    byte[] bytes = new byte[length];
    copy(address, bytes, length);
    return bytes;
  }

  static void copy(long address, byte[] into, int length) {
    MemorySegment.copy(ALL, ValueLayout.JAVA_BYTE, address, into, 0, length);
  }

  static void copy(long address, long[] into, int length) {
    MemorySegment.copy(ALL, ValueLayout.JAVA_LONG, address, into, 0, length);
  }

  /** A copy that ends with NUL; the linker's own way to it costs a start some milliseconds. */
  static MemorySegment words(String text, Arena arena) {
    byte[] utf8 = text.getBytes(UTF_8);
    MemorySegment copy = arena.allocate(utf8.length + 1L);
    MemorySegment.copy(utf8, 0, copy, ValueLayout.JAVA_BYTE, 0, utf8.length);
    return copy;
  }

  /** Room for a pointer that a function gives. */
  static MemorySegment pointer(Arena arena) {
    return arena.allocate(ValueLayout.JAVA_LONG);
  }

  /** What a function has written there; an access by a layout's handle costs a start more. */
  static long read(MemorySegment pointer) {
    long[] value = new long[1];
    MemorySegment.copy(pointer, ValueLayout.JAVA_LONG, 0, value, 0, 1);
    return value[0];
  }

  /** A text that ends with NUL; empty for a null pointer. */
  static String words(long address) {
    return address == 0 ? "" : ALL.getString(address, UTF_8);
  }
}
