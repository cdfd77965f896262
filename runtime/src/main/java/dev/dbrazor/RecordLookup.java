package dev.dbrazor;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A plugin that may answer {@code findById} by itself; of several the first one is asked. It must
 * never answer with what is older than the last commit the calling thread could see.
 */
public interface RecordLookup extends Plugin {
  /**
   * @param load reads the record from the database, each time it is called
   */
  <R extends Record> Optional<R> find(String collection, Object id, Supplier<Optional<R>> load);
}
