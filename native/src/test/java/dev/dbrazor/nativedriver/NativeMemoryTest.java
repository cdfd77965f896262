package dev.dbrazor.nativedriver;

import dev.dbrazor.driver.Driver;
import dev.dbrazor.driver.EngineChoice;
import dev.dbrazor.driver.suite.MemorySuite;

/** The suite on NATIVE; what the allocator counts does not move with the heap. */
@NeedsEngine
class NativeMemoryTest extends MemorySuite {
  @Override
  protected Driver driver() {
    return new NativeDriver(EngineChoice.SAFE);
  }

  @Override
  protected long allocated() {
    return AllocatedMemory.bytes();
  }

  /** 100 bytes an operation would be 10 MB. */
  @Override
  protected long mostGrowth() {
    return 8 << 20;
  }
}
