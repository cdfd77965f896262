package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.hook.Hooks;
import dev.dbrazor.mapping.StampSource;
import dev.dbrazor.pool.Sessions;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the queries of one collection reach the database.
 *
 * @param supplier the connections; asked anew by each run, which may have a deadline of its own
 * @param plugins their hooks, asked anew by each run
 * @param stamps the time and the ids of changes
 * @param collection what hooks are told that statements ask
 * @param shapes the texts of earlier queries
 */
record Access(
    Supplier<Sessions> supplier,
    Supplier<@Nullable Hooks> plugins,
    StampSource stamps,
    String collection,
    Shapes shapes) {
  /** For statements that read. */
  Sessions sessions() {
    Hooks hooks = plugins.get();
    Sessions sessions = supplier.get();
    return hooks == null ? sessions : hooks.statements(collection, sessions);
  }

  /** For changes, whose hooks the caller calls. */
  Sessions changing() {
    return supplier.get();
  }

  @Nullable Hooks hooks() {
    return plugins.get();
  }

  /** The same for queries with a deadline, whose clock starts with each run. */
  Access within(Duration timeout) {
    Arguments.notNull(timeout, "timeout");
    if (timeout.isNegative() || timeout.isZero()) {
      throw new InvalidArgumentException("timeout must be positive: " + timeout);
    }
    return new Access(() -> supplier.get().within(timeout), plugins, stamps, collection, shapes);
  }

  /** The same for queries that may read all of a large table. */
  Access allowingScans() {
    return new Access(() -> supplier.get().unguarded(), plugins, stamps, collection, shapes);
  }

  BoundSql finish(SqlWriter out) {
    return out.finish(shapes);
  }
}
