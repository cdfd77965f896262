package dev.dbrazor.pool;

import java.util.Set;

/**
 * Is told of changes of one file after they were committed, on the thread that committed and after
 * it has given the writer back; must be quick and throw nothing.
 */
public interface CommitListener {
  /** These statements, and no others, may have changed something; committed by this process. */
  void committed(Set<String> statements);

  /** Anything may have changed: by another process, or before this listener was there. */
  void changed();
}
