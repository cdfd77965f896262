package dev.dbrazor.query;

import dev.dbrazor.mapping.ResultRow;
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

  /** Null where the one value selected is NULL. */
  @Nullable T read(ResultRow row);
}
