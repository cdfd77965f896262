package dev.dbrazor.query;

import java.util.List;
import java.util.Optional;

/** What {@link CollectionDao} changes, its arguments checked; lists are never empty. */
interface Writes<R extends Record, K> {
  R insert(R record);

  List<R> insertAll(List<R> records);

  Optional<R> insertOrIgnore(R record);

  R update(R record);

  R update(K id, Assignments<R> assignments);

  List<R> updateAll(List<R> records);

  R upsert(R record);

  /**
   * @param sql by which unique components the row is found
   */
  R upsert(String sql, R record);

  List<R> upsertAll(List<R> records);

  boolean deleteById(K id);

  long deleteAllById(List<K> ids);
}
