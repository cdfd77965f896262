package dev.dbrazor;

import dev.dbrazor.Finding.Check;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.FullTextIndex;
import dev.dbrazor.pool.PooledSessions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares full-text indexes with the rows they are of. */
final class TextIndexes {
  private TextIndexes() {}

  /** The engine does so as if it wrote; an error would end a running transaction. */
  static List<Finding> check(PooledSessions sessions, List<FullTextIndex> indexes) {
    if (indexes.isEmpty()) {
      return List.of();
    }
    if (sessions.inTransaction()) {
      throw new TransactionStateException(
          "Full-text indexes cannot be verified inside a transaction");
    }
    List<Finding> findings = new ArrayList<>();
    for (FullTextIndex index : indexes) {
      check(sessions, index, findings);
    }
    return findings;
  }

  // The 1 has it compared with the rows, not only with itself.
  private static void check(PooledSessions sessions, FullTextIndex index, List<Finding> findings) {
    String name = '"' + index.name() + '"';
    String sql = "INSERT INTO " + name + " (" + name + ", rank) VALUES ('integrity-check', 1)";
    try {
      sessions.<@Nullable Void>write(
          session -> {
            try (DriverStatement check = session.prepare(sql)) {
              check.step();
            }
            return null;
          });
    } catch (CorruptDatabaseException e) {
      findings.add(
          new Finding(
              Check.FULL_TEXT,
              Optional.of(index.name()),
              Optional.empty(),
              index.name()
                  + " does not hold what the rows say; make it anew by the DAO's reindex()"));
    }
  }
}
