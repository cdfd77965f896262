package dev.dbrazor.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stamps of operations: the system's time, and UUIDs of version 7. */
public final class Stamps {
  private Stamps() {}

  /** For one operation of now; the database chooses integer keys. */
  public static Stamp now() {
    return countingFrom(Long.MAX_VALUE);
  }

  /**
   * For rows whose integer keys follow the highest one in the table; after the highest possible key
   * the database chooses.
   *
   * @param highestKey 0 for an empty table
   */
  public static Stamp countingFrom(long highestKey) {
    return new Operation(highestKey);
  }

  /** One operation; the clock is read when the first row asks for the time. */
  private static final class Operation implements Stamp {
    private @Nullable Instant now;
    private long highestKey;

    Operation(long highestKey) {
      this.highestKey = highestKey;
    }

    @Override
    public Instant now() {
      Instant read = now;
      if (read == null) {
        read = Instant.now().truncatedTo(ChronoUnit.MICROS);
        now = read;
      }
      return read;
    }

    @Override
    public UUID newUuid() {
      return UuidV7.next();
    }

    @Override
    public String newText() {
      return UuidV7.next().toString();
    }

    @Override
    public long newKey() {
      return highestKey == Long.MAX_VALUE ? 0 : ++highestKey;
    }
  }
}
