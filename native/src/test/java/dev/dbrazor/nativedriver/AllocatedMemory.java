package dev.dbrazor.nativedriver;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.StructLayout;
import java.util.Optional;

/**
 * What this process has allocated outside the heap, as glibc counts it. The engine is built without
 * counters of its own, and the size of the process moves with the heap.
 */
final class AllocatedMemory {
  private static final StructLayout COUNTERS =
      MemoryLayout.structLayout(MemoryLayout.sequenceLayout(10, JAVA_LONG));
  private static final int MAPPED = 4;
  private static final int IN_USE = 7;

  private AllocatedMemory() {}

  @SuppressWarnings("restricted")
  static long bytes() {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find("mallinfo2");
    assumeTrue(function.isPresent(), "no mallinfo2: not glibc, or one before 2.33");
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment counters =
          (MemorySegment)
              linker
                  .downcallHandle(function.get(), FunctionDescriptor.of(COUNTERS))
                  .invokeExact((SegmentAllocator) arena);
      return counters.getAtIndex(JAVA_LONG, MAPPED) + counters.getAtIndex(JAVA_LONG, IN_USE);
    } catch (Throwable e) {
      throw Functions.failed(e);
    }
  }
}
