package dev.dbrazor.features.dao;

import dev.dbrazor.annotation.Dao;
import dev.dbrazor.annotation.Query;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every kind of parameter and result. */
@Dao
public interface Reports {
  @Query(
      """
      SELECT address_city AS city, count(*) AS customers
      FROM patrons
      WHERE age >= :minAge
      GROUP BY city
      ORDER BY customers DESC""")
  List<CityCount> cities(int minAge);

  @Query("UPDATE patrons SET tier = :tier, version = version + 1 WHERE balance > :limit")
  int promote(Tier tier, BigDecimal limit);

  @Query("SELECT * FROM patrons WHERE id IN (:ids) ORDER BY name")
  List<Customer> byIds(Collection<UUID> ids);

  @Query("SELECT * FROM patrons WHERE email = :email")
  Optional<Customer> byEmail(Email email);

  @Query("SELECT c.* FROM patrons c JOIN purchases o ON o.customer_id = c.id WHERE o.id = :order")
  Customer ofOrder(long order);

  @Query("SELECT * FROM patrons WHERE tier = :tier")
  Customer ofTier(Tier tier);

  @Query("SELECT name FROM patrons WHERE tier IN (:tiers) ORDER BY name")
  List<String> inTiers(Set<Tier> tiers);

  @Query("SELECT name FROM patrons WHERE balance IN (:balances) ORDER BY name")
  List<String> withBalances(List<BigDecimal> balances);

  @Query("SELECT name FROM patrons WHERE age NOT IN (:ages) ORDER BY name")
  List<String> notOfAges(Collection<Integer> ages);

  @Query("SELECT name FROM patrons WHERE address_zone = :zone")
  List<String> inZone(UUID zone);

  @Query("SELECT name FROM patrons WHERE joined_at BETWEEN :from AND :to ORDER BY joined_at")
  List<String> joined(Instant from, Instant to);

  @Query("SELECT name FROM patrons WHERE birthday < :day")
  List<String> bornBefore(LocalDate day);

  @Query("SELECT name FROM patrons WHERE :nickname IS NULL OR nickname = :nickname ORDER BY name")
  List<String> maybeNicknamed(@Nullable String nickname);

  @Query("SELECT name FROM patrons WHERE age >= coalesce(:age, age) ORDER BY name")
  List<String> fromAge(Optional<Integer> age);

  @Query("SELECT name FROM patrons WHERE active = :active ORDER BY name LIMIT :rows OFFSET :skip")
  List<String> page(boolean active, int rows, long skip);

  @Query("SELECT name FROM patrons WHERE photo = :photo")
  List<String> withPhoto(byte[] photo);

  @Query("SELECT name FROM patrons WHERE name LIKE :pattern AND home_latitude > :north")
  List<String> northern(String pattern, double north);

  @Query("SELECT sum(balance) FROM patrons")
  Optional<BigDecimal> total();

  @Query("SELECT coalesce(sum(balance), 0) FROM patrons WHERE age > :age")
  BigDecimal totalAbove(int age);

  @Query(
      """
      SELECT c.balance + :extra AS sum, max(o.total) AS largest, sum(o.took) AS took
      FROM patrons c
      JOIN purchases o ON o.customer_id = c.id
      GROUP BY c.id""")
  List<Amounts> amounts(BigDecimal extra);

  @Query("SELECT nickname FROM patrons WHERE id = :id")
  @Nullable String nickname(UUID id);

  @Query("SELECT tags FROM patrons WHERE id = :id")
  Optional<List<String>> tags(UUID id);

  @Query("SELECT address FROM patrons ORDER BY name")
  List<Address> addresses();

  @Query("SELECT email FROM patrons ORDER BY name")
  List<Email> emails();

  @Query("SELECT count(*) FROM patrons")
  long count();

  @Query("SELECT EXISTS (SELECT 1 FROM patrons WHERE age > :age)")
  boolean anyAbove(int age);

  @Query("SELECT name FROM patrons ORDER BY name")
  Stream<String> names();

  @Query(
      """
      SELECT c.name, o.id AS first_order
      FROM patrons c
      LEFT JOIN purchases o ON o.customer_id = c.id
      ORDER BY c.name, o.id""")
  List<MaybeOrder> ordersOrNone();

  @Query(
      """
      UPDATE patrons SET tags = :tags, address = :address, nickname = :nickname, version = version + 1
      WHERE id = :id""")
  void change(UUID id, List<String> tags, Address address, @Nullable String nickname);

  @Query(
      """
      UPDATE patrons SET nickname = :nickname, version = version + 1
      WHERE id = :id RETURNING *""")
  Optional<Customer> rename(UUID id, String nickname);

  @Query(
      """
      INSERT INTO purchases (customer_id, total, took)
      VALUES (:customer, :total, :took) RETURNING id""")
  long order(UUID customer, BigDecimal total, Duration took);

  @Query(
      """
      INSERT INTO staff (id, boss_id, name)
      VALUES (:id, :boss, :name)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name""")
  long hire(long id, @Nullable Long boss, String name);

  @Query("UPDATE patrons SET nickname = :nickname WHERE tier = :tier RETURNING name")
  Optional<String> renameOne(Tier tier, String nickname);

  @Query("SELECT name FROM patrons WHERE color = :color")
  List<String> ofColor(Color color);

  @Query("SELECT name FROM patrons WHERE color IN (:colors) ORDER BY name")
  List<String> ofColors(List<Color> colors);

  @Query("SELECT DISTINCT color FROM patrons")
  List<Color> colors();

  @Query("DELETE FROM patrons WHERE id = :id")
  long delete(UUID id);

  @Query(
      """
      WITH RECURSIVE chain(id, boss_id, depth) AS (
        SELECT id, boss_id, 0 FROM staff WHERE id = :id
        UNION ALL
        SELECT e.id, e.boss_id, chain.depth + 1
        FROM staff e JOIN chain ON e.id = chain.boss_id
      )
      SELECT e.name, depth FROM chain JOIN staff e ON e.id = chain.id ORDER BY depth""")
  List<Link> chain(long id);

  @Query(
      """
      SELECT name, row_number() OVER (ORDER BY balance DESC) AS place, lag(name) OVER (ORDER BY balance DESC) AS before
      FROM patrons
      ORDER BY place""")
  List<Ranked> ranking();

  @Query("SELECT DISTINCT value AS tag FROM patrons, json_each(patrons.tags) ORDER BY tag")
  List<String> allTags();

  @Query("SELECT address ->> 'street' FROM patrons WHERE name = :name")
  Optional<String> street(String name);

  default boolean isEmpty() {
    return count() == 0;
  }

  /** Customers of one city. */
  record CityCount(String city, long customers) {}

  /** Amounts of two scales, and a duration. */
  record Amounts(BigDecimal sum, BigDecimal largest, Duration took) {}

  /** The right side of a left join. */
  record MaybeOrder(String name, Optional<Long> firstOrder) {}

  /** A step of a recursive query. */
  record Link(String name, int depth) {}

  /** Window functions. */
  record Ranked(String name, long place, @Nullable String before) {}
}
