package dev.dbrazor;

import dev.dbrazor.Finding.Check;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.FullTextIndex;
import dev.dbrazor.pool.PooledSessions;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The engine's own checks of a file. */
final class Verification {
  private Verification() {}

  /**
   * In one snapshot, but for the full-text indexes. Damage that stops the engine ends the search,
   * and is the last finding.
   */
  static List<Finding> run(PooledSessions sessions, List<FullTextIndex> fullTexts) {
    List<Finding> findings = new ArrayList<>();
    try {
      sessions.<List<Finding>, RuntimeException>readTransaction(
          () -> sessions.read(session -> check(session, findings)));
      findings.addAll(TextIndexes.check(sessions, fullTexts));
    } catch (CorruptDatabaseException e) {
      findings.add(
          new Finding(
              Check.STRUCTURE, Optional.empty(), Optional.empty(), String.valueOf(e.getMessage())));
    }
    return List.copyOf(findings);
  }

  private static List<Finding> check(Session session, List<Finding> findings) {
    structure(session, findings);
    foreignKeys(session, findings);
    return findings;
  }

  private static void structure(Session session, List<Finding> findings) {
    try (DriverStatement check = session.prepare("PRAGMA integrity_check")) {
      while (check.step()) {
        String message = String.valueOf(check.text(0));
        if (!message.equals("ok")) {
          findings.add(new Finding(Check.STRUCTURE, Optional.empty(), Optional.empty(), message));
        }
      }
    }
  }

  /** Columns: table, rowid (NULL in a table without), the table referred to, the constraint. */
  private static void foreignKeys(Session session, List<Finding> findings) {
    try (DriverStatement check = session.prepare("PRAGMA foreign_key_check")) {
      while (check.step()) {
        String table = String.valueOf(check.text(0));
        long row = check.int64(1);
        String message = table + " refers to a row of " + check.text(2) + " that does not exist";
        findings.add(
            new Finding(
                Check.FOREIGN_KEY,
                Optional.of(table),
                row == 0 ? Optional.empty() : Optional.of(row),
                message));
      }
    }
  }
}
