package dev.dbrazor;

import java.util.Optional;

/**
 * Something wrong in a database file.
 *
 * @param check which check found it
 * @param table the table it is in, where that is known
 * @param row the row's number in the table ({@code rowid}), where that is known
 * @param message what is wrong, in a sentence
 */
public record Finding(Check check, Optional<String> table, Optional<Long> row, String message) {
  /** What is looked at. */
  public enum Check {
    /**
     * Pages, records, NOT NULL, CHECK, UNIQUE and STRICT types; indexes that differ from tables.
     */
    STRUCTURE,
    /** References to rows that do not exist. */
    FOREIGN_KEY,
    /**
     * Whether a full-text index holds what the rows say; its DAO's {@code reindex()} repairs it.
     */
    FULL_TEXT
  }
}
