package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

/**
 * The collections a query asks, inside of those of the query around it.
 *
 * @param outer null for one that is no subquery
 */
record Sources(From from, @Nullable Sources outer) {
  void require(Location<?> path) {
    for (Sources here = this; here != null; here = here.outer) {
      if (here.from.has(path.source())) {
        return;
      }
    }
    throw new InvalidArgumentException(
        path.name()
            + " is no path of this query, which asks "
            + from.labels()
            + "; use a path of that, or join "
            + path.source().label());
  }
}
