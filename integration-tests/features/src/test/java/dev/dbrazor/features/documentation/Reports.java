package dev.dbrazor.features.documentation;

import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Query;
import java.math.BigDecimal;
import java.util.List;

/** The interface of own SQL, word for word. */
@Dao
public interface Reports {
  @Query(
      "SELECT address_city AS city, count(*) AS customers FROM customers WHERE age >= :minAge GROUP"
          + " BY city ORDER BY customers DESC")
  List<CityCount> cities(int minAge); // record CityCount(String city, long customers)

  @Query("UPDATE customers SET tier = :tier WHERE balance > :limit")
  int promote(Tier tier, BigDecimal limit);
}
