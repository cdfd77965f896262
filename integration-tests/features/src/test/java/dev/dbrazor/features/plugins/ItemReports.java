package dev.dbrazor.features.plugins;

import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Query;
import java.util.List;
import java.util.stream.Stream;

/** Own SQL. */
@Dao
public interface ItemReports {
  @Query("SELECT name FROM gadgets ORDER BY name")
  List<String> names();

  @Query("SELECT name FROM gadgets ORDER BY name")
  Stream<String> streamed();

  @Query(
      "WITH counted (label, n) AS (SELECT name, count FROM gadgets) SELECT label FROM counted WHERE"
          + " n > :least")
  List<String> above(int least);

  @Query("UPDATE gadgets SET count = :count")
  int fill(int count);

  @Query("DELETE FROM gadgets WHERE name = :name RETURNING id")
  List<Long> remove(String name);
}
