package dev.dbrazor.schema;

import dev.dbrazor.mapping.Derivation;
import dev.dbrazor.mapping.TableDefinition;
import java.util.Collection;

/**
 * A number that tells texts apart, quickly enough to ask at each start. Two that differ by accident
 * have the same number once in 2^64 cases; it is no protection against somebody who tries.
 */
final class Fingerprint {
  private static final long FACTOR = 0x9E37_79B9_7F4A_7C15L;

  private Fingerprint() {}

  /** Of what the program was compiled for. */
  static long of(TableDefinition table) {
    long fingerprint = of(table.statements());
    for (Derivation derived : table.derived()) {
      fingerprint = mixed(fingerprint, of(derived.statements()));
    }
    return fingerprint;
  }

  static long of(Collection<String> texts) {
    long fingerprint = texts.size();
    for (String text : texts) {
      fingerprint = mixed(fingerprint, text.hashCode() ^ (long) text.length() << 32);
    }
    return fingerprint;
  }

  private static long mixed(long fingerprint, long next) {
    long mixed = (fingerprint ^ next) * FACTOR;
    return mixed ^ mixed >>> 29;
  }
}
