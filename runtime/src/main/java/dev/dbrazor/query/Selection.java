package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Session;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query reads of each row; immutable.
 *
 * @param <T> the result of one row
 */
interface Selection<T> {
  /** The select list. */
  void render(SqlWriter out);

  /** One name for each column, for messages. */
  List<String> names();

  /** The number of columns. */
  int width();

  /** Null where the one value selected is NULL. */
  @Nullable T read(ResultRow row);

  /** True when it has an aggregate, which makes one result of a group, or of all rows. */
  default boolean aggregates() {
    return false;
  }

  /** The one expression selected. */
  default Expression<?, T> only() {
    throw new InvalidArgumentException(
        "a subquery selects one value, not " + String.join(", ", names()));
  }

  /** True when results lack something that {@link #completed} adds. */
  default boolean isCompletedLater() {
    return false;
  }

  /** The results with what further statements of the same connection read for all of them. */
  default List<T> completed(Session session, List<T> results) {
    return results;
  }
}
