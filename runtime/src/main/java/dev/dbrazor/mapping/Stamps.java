package dev.dbrazor.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** The stamps of operations: the system's time, and UUIDs of version 7. */
public final class Stamps {
  private Stamps() {}

  /** For one operation that begins now; the database chooses integer keys. */
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
    return new Operation(Instant.now().truncatedTo(ChronoUnit.MICROS), highestKey);
  }

  /** One operation. */
  private static final class Operation implements Stamp {
    private final Instant now;
    private long highestKey;

    Operation(Instant now, long highestKey) {
      this.now = now;
      this.highestKey = highestKey;
    }

    @Override
    public Instant now() {
      return now;
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
