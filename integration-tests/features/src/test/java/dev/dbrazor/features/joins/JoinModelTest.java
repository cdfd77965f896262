package dev.dbrazor.features.joins;

import static dev.dbrazor.query.Expressions.avg;
import static dev.dbrazor.query.Expressions.count;
import static dev.dbrazor.query.Expressions.countDistinct;
import static dev.dbrazor.query.Expressions.exists;
import static dev.dbrazor.query.Expressions.max;
import static dev.dbrazor.query.Expressions.notExists;
import static dev.dbrazor.query.Expressions.sum;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.joins.Customer.Tier;
import dev.dbrazor.query.JoinQuery;
import dev.dbrazor.query.Pair;
import dev.dbrazor.query.WithChildren;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random rows, asked through the database and through Java's own streams. */
class JoinModelTest extends Shop {
  private List<Customer> allCustomers = List.of();
  private List<Order> allOrders = List.of();

  private void fill(long seed) {
    Random random = new Random(seed);
    List<Customer> newCustomers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Integer age = random.nextInt(4) == 0 ? null : random.nextInt(8);
      newCustomers.add(
          Customer.of("n" + random.nextInt(6), age)
              .with(random.nextBoolean() ? Tier.GOLD : Tier.BASIC, random.nextInt(5) + ".25"));
    }
    allCustomers = customers.insertAll(newCustomers);
    List<Order> newOrders = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      UUID owner =
          switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> new UUID(7, random.nextInt(3));
            default -> allCustomers.get(random.nextInt(25)).id();
          };
      newOrders.add(
          Order.of("n" + random.nextInt(6), owner, random.nextInt(300) + ".5")
              .withPriority(random.nextInt(3) == 0 ? null : random.nextInt(8)));
    }
    allOrders = orders.insertAll(newOrders);
  }

  private Stream<Pair<Order, Customer>> pairs() {
    return allOrders.stream()
        .flatMap(
            order ->
                allCustomers.stream()
                    .filter(customer -> Objects.equals(customer.id(), order.customerId()))
                    .map(customer -> new Pair<>(order, customer)));
  }

  private JoinQuery<Order, Customer> joined() {
    return orders.query().join(Order_.customerId, Customer_.id).orderBy(Order_.id.asc());
  }

  private List<Pair<Order, Customer>> filtered(BiPredicate<Order, Customer> condition) {
    return pairs().filter(pair -> condition.test(pair.left(), pair.right())).toList();
  }

  private static boolean less(Integer a, Integer b) {
    return a != null && b != null && a < b;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void innerJoins(long seed) {
    fill(seed);
    assertEquals(filtered((o, c) -> true), joined().toPairs());
    assertEquals(
        filtered((o, c) -> less(o.priority(), c.age())),
        joined().where(Order_.priority.lt(Customer_.age)).toPairs());
    assertEquals(
        filtered((o, c) -> o.priority() != null && c.age() != null && o.priority() >= c.age()),
        joined().where(Order_.priority.lt(Customer_.age).not()).toPairs());
    assertEquals(
        filtered((o, c) -> o.name().equals(c.name()) || c.tier() == Tier.GOLD && c.age() == null),
        joined()
            .where(
                Order_.name
                    .eq(Customer_.name)
                    .or(Customer_.tier.eq(Tier.GOLD).and(Customer_.age.isNull())))
            .toPairs());
    assertEquals(
        filtered((o, c) -> o.total().compareTo(c.balance()) > 0).stream().skip(5).limit(9).toList(),
        joined().where(Order_.total.gt(Customer_.balance)).offset(5).limit(9).toPairs());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void leftJoins(long seed) {
    fill(seed);
    List<Pair<Order, Optional<Customer>>> expected =
        allOrders.stream()
            .map(
                order ->
                    new Pair<>(
                        order,
                        allCustomers.stream()
                            .filter(customer -> Objects.equals(customer.id(), order.customerId()))
                            .findFirst()))
            .toList();
    JoinQuery<Order, Optional<Customer>> asked =
        orders.query().leftJoin(Order_.customerId, Customer_.id).orderBy(Order_.id.asc());
    assertEquals(expected, asked.toPairs());
    assertEquals(
        expected.stream().filter(pair -> pair.right().isEmpty()).map(Pair::left).toList(),
        asked.where(Customer_.id.isNull()).toList());
    assertEquals(
        expected.stream()
            .filter(pair -> pair.right().map(c -> c.age() == null).orElse(true))
            .toList(),
        asked.where(Customer_.age.isNull()).toPairs());
  }

  record Statistics(
      String name,
      long rows,
      long priorities,
      long owners,
      BigDecimal total,
      Optional<Double> mean) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void groups(long seed) {
    fill(seed);
    List<Statistics> expected = new ArrayList<>();
    Map<String, List<Order>> byName =
        allOrders.stream().collect(groupingBy(Order::name, TreeMap::new, Collectors.toList()));
    byName.forEach(
        (name, group) -> {
          OptionalDouble mean =
              group.stream()
                  .map(Order::priority)
                  .filter(Objects::nonNull)
                  .mapToInt(Integer::intValue)
                  .average();
          expected.add(
              new Statistics(
                  name,
                  group.size(),
                  group.stream().filter(o -> o.priority() != null).count(),
                  group.stream().map(Order::customerId).filter(Objects::nonNull).distinct().count(),
                  group.stream().map(Order::total).reduce(BigDecimal.ZERO, BigDecimal::add),
                  mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty()));
        });
    assertEquals(
        expected,
        orders
            .query()
            .groupBy(Order_.name)
            .orderBy(Order_.name.asc())
            .select(
                Order_.name,
                count(),
                count(Order_.priority),
                countDistinct(Order_.customerId),
                sum(Order_.total),
                avg(Order_.priority).optional(),
                Statistics::new)
            .toList());
    List<String> frequent =
        byName.entrySet().stream()
            .filter(
                e ->
                    e.getValue().size() > 24
                        || e.getValue().stream()
                                .map(Order::priority)
                                .filter(Objects::nonNull)
                                .max(Integer::compare)
                                .orElse(0)
                            < 7)
            .map(Map.Entry::getKey)
            .toList();
    assertEquals(
        frequent,
        orders
            .query()
            .groupBy(Order_.name)
            .having(count().gt(24).or(max(Order_.priority).lt(7)))
            .select(Order_.name)
            .orderBy(Order_.name.asc())
            .toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void subqueries(long seed) {
    fill(seed);
    Set<UUID> buyers =
        allOrders.stream()
            .filter(o -> o.total().compareTo(BigDecimal.TEN) > 0)
            .map(Order::customerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    List<Customer> expected =
        allCustomers.stream()
            .filter(c -> buyers.contains(c.id()))
            .sorted(comparing(Customer::id))
            .toList();
    List<Customer> others = new ArrayList<>(allCustomers);
    others.removeAll(expected);
    assertTrue(!expected.isEmpty() && !others.isEmpty());
    var dear = orders.where(Order_.total.gt(10));
    var owned = dear.where(Order_.customerId.eq(Customer_.id));
    var ids = dear.select(Order_.customerId);
    var present = dear.where(Order_.customerId.isNotNull()).select(Order_.customerId);
    assertEquals(Set.copyOf(expected), Set.copyOf(customers.where(exists(owned)).toList()));
    assertEquals(Set.copyOf(others), Set.copyOf(customers.where(notExists(owned)).toList()));
    assertEquals(Set.copyOf(expected), Set.copyOf(customers.where(Customer_.id.in(ids)).toList()));
    assertEquals(
        Set.copyOf(others), Set.copyOf(customers.where(Customer_.id.notIn(present)).toList()));
    assertEquals(Collections.emptyList(), customers.where(Customer_.id.notIn(ids)).toList());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void children(long seed) {
    fill(seed);
    Map<UUID, List<Order>> byOwner =
        allOrders.stream()
            .filter(o -> o.customerId() != null)
            .collect(groupingBy(Order::customerId));
    assertEquals(
        allCustomers.stream()
            .map(c -> new WithChildren<>(c, byOwner.getOrDefault(c.id(), List.of())))
            .collect(Collectors.toSet()),
        Set.copyOf(customers.query().with(orders, Order_.customerId).toList()));
  }
}
