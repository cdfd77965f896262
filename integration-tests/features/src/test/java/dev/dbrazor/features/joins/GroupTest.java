package dev.dbrazor.features.joins;

import static dev.dbrazor.query.Expressions.avg;
import static dev.dbrazor.query.Expressions.count;
import static dev.dbrazor.query.Expressions.countDistinct;
import static dev.dbrazor.query.Expressions.max;
import static dev.dbrazor.query.Expressions.min;
import static dev.dbrazor.query.Expressions.record;
import static dev.dbrazor.query.Expressions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.features.joins.Customer.Tier;
import dev.dbrazor.query.GroupedQuery;
import dev.dbrazor.query.Projection;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, having, aggregates and what they are of nothing. */
class GroupTest extends Shop {
  private Customer ada;
  private Customer bob;

  @BeforeEach
  void fill() {
    ada = customers.insert(Customer.of("Ada", 36).with(Tier.GOLD, "10.50").in("Oslo"));
    bob = customers.insert(Customer.of("Bob", null).in("Oslo"));
    customers.insert(Customer.of("Eve", 20).with(Tier.GOLD, "0.25"));
    customers.insert(Customer.of("Joe", 21).in("Bergen"));
  }

  record CityTotal(Optional<String> city, long customers, Optional<Double> averageAge) {}

  private Projection<CityTotal> cities(GroupedQuery<Customer> groups) {
    return groups.select(
        Customer_.address.city.optional(), count(), avg(Customer_.age).optional(), CityTotal::new);
  }

  private GroupedQuery<Customer> byCity() {
    return customers.query().groupBy(Customer_.address.city);
  }

  @Test
  void nullIsAGroupAndLeftOutOfAggregates() {
    assertEquals(
        List.of(
            new CityTotal(Optional.empty(), 1, Optional.of(20.0)),
            new CityTotal(Optional.of("Bergen"), 1, Optional.of(21.0)),
            new CityTotal(Optional.of("Oslo"), 2, Optional.of(36.0))),
        cities(byCity().orderBy(Customer_.address.city.asc())).toList());
  }

  @Test
  void havingChoosesGroupsAndWhereRows() {
    assertEquals(
        List.of(new CityTotal(Optional.of("Oslo"), 2, Optional.of(36.0))),
        cities(byCity().having(count().gt(1)).orderBy(count().desc())).toList());
    assertEquals(1, cities(byCity().having(count().gt(1))).count());
    assertEquals(3, cities(byCity()).count());
    assertTrue(cities(byCity().having(count().gt(1))).exists());
    assertFalse(cities(byCity().having(count().gt(2))).exists());
    assertEquals(
        2,
        cities(
                customers
                    .where(Customer_.age.lt(30))
                    .groupBy(Customer_.address.city)
                    .having(avg(Customer_.age).lt(30).and(max(Customer_.age).isNotNull())))
            .count());
    assertEquals(0, cities(byCity().having(avg(Customer_.age).gt(36.5))).count());
    assertEquals(
        1, cities(byCity().having(sum(Customer_.balance).eq(new BigDecimal("10.5")))).count());
  }

  @Test
  void groupsAreOrderedAndCut() {
    List<CityTotal> all =
        cities(byCity().orderBy(count().desc(), Customer_.address.city.desc())).toList();
    assertEquals(
        all.subList(1, 2),
        cities(byCity().orderBy(count().desc(), Customer_.address.city.desc()).limit(1).offset(1))
            .toList());
    assertEquals(
        all.subList(2, 3),
        cities(byCity()).orderBy(count().desc(), Customer_.address.city.desc()).offset(2).toList());
    assertEquals(2, byCity().select(count()).distinct().count());
    assertEquals(
        List.of(1L, 2L), byCity().select(count()).distinct().orderBy(count().asc()).toList());
    assertThrows(InvalidArgumentException.class, () -> byCity().limit(-1));
    assertThrows(InvalidArgumentException.class, () -> customers.query().groupBy());
  }

  record Totals(
      long rows, long aged, long cities, Long sum, Double mean, Integer least, Integer most) {}

  @Test
  void aggregatesOfAllRows() {
    Projection<Totals> totals =
        customers
            .query()
            .select(
                count(),
                count(Customer_.age),
                countDistinct(Customer_.address.city),
                sum(Customer_.age),
                avg(Customer_.age),
                min(Customer_.age),
                max(Customer_.age),
                Totals::new);
    assertEquals(new Totals(4, 3, 2, 77L, 77 / 3.0, 20, 36), totals.one());
    assertEquals(1, totals.count());
  }

  @Test
  void aggregatesOfNothing() {
    Projection<Totals> totals =
        customers
            .where(Customer_.name.eq("nobody"))
            .select(
                count(),
                count(Customer_.age),
                countDistinct(Customer_.address.city),
                sum(Customer_.age),
                avg(Customer_.age),
                min(Customer_.age),
                max(Customer_.age),
                Totals::new);
    assertEquals(new Totals(0, 0, 0, null, null, null, null), totals.one());
    assertEquals(1, totals.count());
    assertTrue(totals.exists());
    Projection<Long> sum = orders.query().select(sum(Order_.weight));
    assertEquals(Optional.empty(), sum.first());
    assertThrows(MappingException.class, sum::one);
    assertEquals(
        Optional.of(Optional.empty()),
        orders.query().select(sum(Order_.weight).optional()).first());
    assertEquals(List.of(), orders.query().groupBy(Order_.name).select(count()).toList());
  }

  record Primitive(long sum, String none) {}

  @Test
  void aggregateOfNothingForAPrimitiveNamesIt() {
    MappingException e =
        assertThrows(
            MappingException.class,
            () ->
                orders.query().select(sum(Order_.weight), max(Order_.name), Primitive::new).one());
    assertTrue(e.getMessage().contains("sum(order.weight)"), e.getMessage());
  }

  @Test
  void decimalsKeepTheirScaleAndTheirMeanIsReal() {
    assertEquals(
        Optional.of(new BigDecimal("10.75")),
        customers.query().select(sum(Customer_.balance)).first());
    assertEquals(
        Optional.of(new BigDecimal("10.50")),
        customers.query().select(max(Customer_.balance)).first());
    assertEquals(Optional.of(2.6875), customers.query().select(avg(Customer_.balance)).first());
    assertEquals(1, byCity().having(avg(Customer_.balance).gt(5)).select(count()).toList().size());
  }

  @Test
  void leastAndGreatestAreOfTheComponentsType() {
    orders.insert(new Order(0, "b", ada.id(), BigDecimal.ONE, null, 1, Duration.ofHours(2)));
    orders.insert(new Order(0, "a", bob.id(), BigDecimal.ONE, null, 1, Duration.ofHours(1)));
    assertEquals(Optional.of("a"), orders.query().select(min(Order_.name)).first());
    assertEquals(
        Optional.of(Duration.ofHours(2)), orders.query().select(max(Order_.delay)).first());
    Optional<UUID> greatest = orders.query().select(max(Order_.customerId)).first();
    assertEquals(Optional.of(bob.id()), greatest);
    assertEquals(Optional.of(Tier.GOLD), customers.query().select(max(Customer_.tier)).first());
  }

  @Test
  void sumsOutOfRangeAreTypedErrors() {
    orders.insert(Order.of("a", null, "1").withWeight(Long.MAX_VALUE));
    assertEquals(Optional.of(Long.MAX_VALUE), orders.query().select(sum(Order_.weight)).first());
    orders.insert(Order.of("b", null, "1").withWeight(1));
    DbRazorException e =
        assertThrows(
            DbRazorException.class, () -> orders.query().select(sum(Order_.weight)).first());
    assertTrue(e.sql().orElseThrow().contains("sum("), e.toString());
    lines.insert(OrderLine.of(1, "tea", Short.MAX_VALUE, "1"));
    lines.insert(OrderLine.of(1, "pot", 1, "1"));
    MappingException narrow =
        assertThrows(
            MappingException.class, () -> lines.query().select(sum(OrderLine_.quantity)).first());
    assertTrue(narrow.getMessage().contains("sum(order_lines.quantity)"), narrow.getMessage());
    assertEquals(Optional.of(1.0f), lines.query().select(sum(OrderLine_.weight)).first());
  }

  @Test
  void sumsOfIntsAreLong() {
    employees.insert(new Employee(0, "a", null, Integer.MAX_VALUE));
    employees.insert(new Employee(0, "b", null, Integer.MAX_VALUE));
    assertEquals(2L * Integer.MAX_VALUE, employees.query().select(sum(Employee_.salary)).one());
  }

  @Test
  void anAggregateIsNoConditionOnRows() {
    InvalidArgumentException e =
        assertThrows(InvalidArgumentException.class, () -> customers.where(count().gt(1)).toList());
    assertTrue(e.getMessage().contains("count()"), e.getMessage());
    assertTrue(e.getMessage().contains("having"), e.getMessage());
    assertThrows(InvalidArgumentException.class, () -> sum(max(Customer_.age)));
  }

  record Place(String city, Tier tier) {}

  record PlaceCount(Place place, long customers) {}

  @Test
  void groupsHaveNestedRecords() {
    assertEquals(
        List.of(
            new PlaceCount(new Place("Oslo", Tier.BASIC), 1),
            new PlaceCount(new Place("Oslo", Tier.GOLD), 1)),
        customers
            .where(Customer_.address.city.eq("Oslo"))
            .groupBy(Customer_.address.city, Customer_.tier)
            .orderBy(Customer_.tier.asc())
            .select(
                record(Customer_.address.city, Customer_.tier, Place::new),
                count(),
                PlaceCount::new)
            .toList());
  }

  record Sized(Tier tier, long customers) {}

  record Outer(String city, Sized sized) {}

  @Test
  void nestedRecordsHoldAggregates() {
    assertEquals(
        List.of(
            new Outer("Oslo", new Sized(Tier.BASIC, 1)),
            new Outer("Oslo", new Sized(Tier.GOLD, 1))),
        customers
            .where(Customer_.address.city.eq("Oslo"))
            .groupBy(Customer_.address.city, Customer_.tier)
            .orderBy(Customer_.tier.asc())
            .select(Customer_.address.city, record(Customer_.tier, count(), Sized::new), Outer::new)
            .toList());
  }

  record Spent(String name, long orders, Optional<BigDecimal> total) {}

  @Test
  void joinsAreGroupedToo() {
    orders.insert(Order.of("a", ada.id(), "3.00"));
    orders.insert(Order.of("b", ada.id(), "4.50"));
    orders.insert(Order.of("c", bob.id(), "1.00"));
    orders.insert(Order.of("d", null, "9.00"));
    assertEquals(
        List.of(
            new Spent("Ada", 2, Optional.of(new BigDecimal("7.50"))),
            new Spent("Bob", 1, Optional.of(new BigDecimal("1.00"))),
            new Spent("Eve", 0, Optional.empty()),
            new Spent("Joe", 0, Optional.empty())),
        customers
            .query()
            .leftJoin(Customer_.id, Order_.customerId)
            .groupBy(Customer_.name)
            .orderBy(sum(Order_.total).desc().nullsLast(), Customer_.name.asc())
            .select(Customer_.name, count(Order_.id), sum(Order_.total).optional(), Spent::new)
            .toList());
    assertEquals(
        List.of("Ada"),
        customers
            .query()
            .join(Customer_.id, Order_.customerId)
            .groupBy(Customer_.name)
            .having(sum(Order_.total).gt(1).and(Customer_.name.ne("x")))
            .limit(5)
            .select(Customer_.name)
            .toList());
    assertEquals(
        Optional.of(new BigDecimal("8.50")),
        customers.query().join(Customer_.id, Order_.customerId).select(sum(Order_.total)).first());
  }
}
