package dev.dbrazor.mapping;

import java.time.Instant;
import java.util.UUID;

/**
 * What the product fills in for one operation: the time, new ids, and keys counted on from the
 * table's highest. One thread, one operation.
 */
public interface Stamp {
  /** The operation's time, cut to the microsecond; the same for all rows of one call. */
  Instant now();

  /** A time-ordered UUID (version 7, RFC 9562). */
  UUID newUuid();

  /** {@link #newUuid} in its canonical text form. */
  String newText();

  /** The next integer key, or 0 when the database is to choose it. */
  long newKey();
}
