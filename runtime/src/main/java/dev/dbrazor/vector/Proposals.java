package dev.dbrazor.vector;

/**
 * Rows that an index thinks near to a query, the most promising ones first. Whatever it proposes is
 * read and measured; it may err in what it proposes, and within its bound in what it does not.
 */
interface Proposals {
  /** Rows that the index knows to be there, but not as they are now: to be read in any case. */
  long[] changed();

  /**
   * The next rows to read.
   *
   * @param reach rows farther than this distance are not wanted any more
   * @param rows takes them
   * @return how many; 0 when no other row is worth reading
   */
  int next(double reach, long[] rows);
}
