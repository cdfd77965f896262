package dev.dbrazor.features.plans;

import dev.dbrazor.annotation.AllowScan;
import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Query;
import java.util.List;
import java.util.stream.Stream;

/** Own SQL over parcels. */
@Dao
public interface ParcelQueries {
  @Query("SELECT code FROM parcels WHERE weight > :weight")
  List<String> heavier(int weight);

  @AllowScan("asked once a night")
  @Query("SELECT code FROM parcels WHERE weight > :weight")
  List<String> heavierOfAll(int weight);

  @Query("SELECT code FROM parcels WHERE city = :city")
  Stream<String> in(String city);
}
