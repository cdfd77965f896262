package dev.dbrazor.features.documentation;

import static dev.dbrazor.query.Expressions.avg;
import static dev.dbrazor.query.Expressions.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.query.Pair;
import dev.dbrazor.query.WithChildren;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups, children and joins of the API page. */
class QueryPageTest {
  /** A group's result. */
  record CityTotal(String city, long customers, double averageAge) {}

  private Database db;
  private CustomerDao customers;
  private OrderDao orders;
  private OrderLineDao lines;

  @BeforeEach
  void open() {
    db = Database.inMemory();
    customers = new CustomerDao(db);
    orders = new OrderDao(db);
    lines = new OrderLineDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }

  private Customer stored(String name, int age, String city, Tier tier) {
    return customers.insert(
        new Customer(
            null,
            name,
            name + "@example.com",
            age,
            null,
            new Address("Street 1", city, null),
            List.of(),
            tier,
            BigDecimal.ZERO,
            Instant.EPOCH,
            0,
            null));
  }

  @Test
  void groups() {
    for (int i = 0; i < 25; i++) {
      stored("c" + i, i, i % 2 == 0 ? "Oslo" : "Bergen", Tier.BASIC);
    }
    stored("alone", 50, "Paris", Tier.BASIC);
    List<CityTotal> totals =
        customers
            .query()
            .groupBy(Customer_.address.city)
            .having(count().gt(10))
            .orderBy(count().desc())
            .select(Customer_.address.city, count(), avg(Customer_.age), CityTotal::new)
            .toList();
    assertEquals(List.of(new CityTotal("Oslo", 13, 12), new CityTotal("Bergen", 12, 12)), totals);
  }

  @Test
  void childrenAndJoins() {
    Customer ada = stored("Ada", 36, "Oslo", Tier.GOLD);
    Customer bob = stored("Bob", 20, "Oslo", Tier.BASIC);
    Order first = orders.insert(new Order(0, ada.id()));
    Order second = orders.insert(new Order(0, bob.id()));
    OrderLine tea = lines.insert(new OrderLine(0, first.id(), "tea"));
    assertEquals(
        List.of(new WithChildren<>(first, List.of(tea)), new WithChildren<>(second, List.of())),
        orders.where(Order_.id.gt(0)).with(lines, OrderLine_.orderId).toList());
    assertEquals(
        List.of(first),
        orders
            .query()
            .join(Order_.customerId, Customer_.id)
            .where(Customer_.tier.eq(Tier.GOLD))
            .toList());
    List<Pair<Order, Optional<OrderLine>>> pairs =
        orders.query().leftJoin(Order_.id, OrderLine_.orderId).orderBy(Order_.id.asc()).toPairs();
    assertEquals(
        List.of(new Pair<>(first, Optional.of(tea)), new Pair<>(second, Optional.empty())), pairs);
  }

  @Test
  void anAliasThatIsNotInTheQueryIsNamed() {
    UUID id = stored("Ada", 36, "Oslo", Tier.GOLD).id();
    InvalidArgumentException e =
        assertThrows(
            InvalidArgumentException.class,
            () -> customers.where(Customer_.as("boss").id.eq(id)).toList());
    assertTrue(e.getMessage().contains("boss.id"), e.getMessage());
  }
}
