package dev.dbrazor.mapping;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where a database takes the time and new ids from; shared by all threads. */
public record StampSource(Clock clock, Supplier<UUID> ids) {
  /** The system's time, and UUIDs of version 7. */
  public static final StampSource SYSTEM = new StampSource(Clock.systemUTC(), new TimeOrdered());

  /** For one operation of now; the database chooses integer keys. */
  public Stamp now() {
    return new Operation(this, null);
  }

  /**
   * For rows whose integer keys follow the highest one in the table; after the highest possible key
   * the database chooses.
   *
   * @param highestKey 0 for an empty table; asked when the first row needs a key
   */
  public Stamp countingFrom(LongSupplier highestKey) {
    return new Operation(this, highestKey);
  }

  /** UUIDs of version 7; a class, since a lambda here would be made at each start of a program. */
  private static final class TimeOrdered implements Supplier<UUID> {
    @Override
    public UUID get() {
      return UuidV7.next();
    }
  }

  /** One operation; the clock is read when the first row asks for the time. */
  private static final class Operation implements Stamp {
    private final StampSource source;
    private @Nullable Instant now;
    private @Nullable LongSupplier before;
    private long highestKey = Long.MAX_VALUE;

    Operation(StampSource source, @Nullable LongSupplier before) {
      this.source = source;
      this.before = before;
    }

    @Override
    public Instant now() {
      Instant read = now;
      if (read == null) {
        read = source.clock.instant().truncatedTo(ChronoUnit.MICROS);
        now = read;
      }
      return read;
    }

    @Override
    public UUID newUuid() {
      return source.ids.get();
    }

    @Override
    public String newText() {
      return newUuid().toString();
    }

    @Override
    public long newKey() {
      LongSupplier asked = before;
      if (asked != null) {
        before = null;
        highestKey = asked.getAsLong();
      }
      return highestKey == Long.MAX_VALUE ? 0 : ++highestKey;
    }
  }
}
