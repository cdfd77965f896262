package dev.dbrazor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The SQL an {@code @Upgrade} method may run: in the transaction of the migration, on the tables in
 * their new form, with foreign keys not enforced until its end. For the method's thread and for as
 * long as it runs.
 */
public interface UpgradeSql {
  /** The version the rows come from in this step. */
  int from();

  /** The version they go to. */
  int to();

  /** The mapped rows of a reading statement; arguments as in {@link Database#query}. */
  <T extends @Nullable Object> List<T> query(
      String sql, RowMapper<T> mapper, @Nullable Object... args);

  /**
   * Runs one statement that changes data; arguments as in {@link Database#execute}.
   *
   * @return the rows changed
   */
  long execute(String sql, @Nullable Object... args);
}
