package dev.dbrazor.vector;

import dev.dbrazor.pool.Companion;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * An index over the vectors of one component, derived from its rows: the seam at which another
 * engine than sketches could attach, such as a graph. Shared by all threads that have the file
 * open.
 */
interface VectorIndex extends Companion {
  /**
   * Proposals for the state of the database that the session sees; null when it has none for that
   * state, and all rows must be read.
   *
   * @param committed whether the session sees nothing but what is committed: only such a state may
   *     become known to others
   * @param among only these rows, in ascending order; null for all
   */
  @Nullable Proposals propose(
      Session session,
      boolean committed,
      Distance query,
      int k,
      double epsilon,
      long @Nullable [] among);

  /** Stores what it has, if that is worth it, outside a transaction of this thread. */
  void storeWhenDue(Sessions sessions);
}
