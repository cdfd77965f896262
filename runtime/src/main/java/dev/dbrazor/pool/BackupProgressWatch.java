package dev.dbrazor.pool;

import java.io.File;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asked by the engine while it copies, tells a listener how far it is; the copy stops when that
 * throws.
 */
final class BackupProgressWatch implements BooleanSupplier {
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(50);

  private final File part;
  private final long expected;
  private final BackupListener listener;
  private long told = System.nanoTime() - BETWEEN;
  private @Nullable RuntimeException thrown;

  BackupProgressWatch(Path part, long expected, BackupListener listener) {
    this.part = part.toFile();
    this.expected = expected;
    this.listener = listener;
  }

  @Override
  public boolean getAsBoolean() {
    long now = System.nanoTime();
    if (now - told >= BETWEEN) {
      told = now;
      try {
        tell(part.length());
      } catch (RuntimeException e) {
        thrown = e;
      }
    }
    return thrown != null;
  }

  private void tell(long written) {
    listener.progress(written, Math.max(written, expected));
  }

  /** Compacted, a copy may be smaller than was expected. */
  void done() {
    listener.progress(part.length(), part.length());
  }

  /** What the listener threw, when that is why it failed. */
  RuntimeException failure(RuntimeException given) {
    RuntimeException own = thrown;
    return own == null ? given : own;
  }
}
