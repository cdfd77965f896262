package dev.dbrazor.features.joins;

import static dev.dbrazor.query.Expressions.count;
import static dev.dbrazor.query.Expressions.exists;
import static dev.dbrazor.query.Expressions.max;
import static dev.dbrazor.query.Expressions.notExists;
import static dev.dbrazor.query.Expressions.scalar;
import static dev.dbrazor.query.Expressions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.features.joins.Customer.Tier;
import dev.dbrazor.query.Condition;
import dev.dbrazor.query.Projection;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Four kinds of subquery, with NULLs inside. */
class SubqueryTest extends Shop {
  private Customer ada;
  private Customer bob;

  @BeforeEach
  void fill() {
    ada = customers.insert(Customer.of("Ada", 36).with(Tier.GOLD, "10.50"));
    bob = customers.insert(Customer.of("Bob", null));
    orders.insert(Order.of("Ada", ada.id(), "3.00").withPriority(36));
    orders.insert(Order.of("b", ada.id(), "4.00"));
    orders.insert(Order.of("c", null, "5.00"));
  }

  private List<String> names(Condition<Customer> condition) {
    return customers.where(condition).orderBy(Customer_.name.asc()).select(Customer_.name).toList();
  }

  private Projection<UUID> buyers() {
    return orders.query().select(Order_.customerId);
  }

  @Test
  void inASubqueryMatchesWhatItSelects() {
    assertEquals(List.of("Ada"), names(Customer_.id.in(buyers())));
    assertEquals(List.of(), names(Customer_.id.in(buyers()).not()));
    assertEquals(
        List.of("Ada"),
        names(
            Customer_.id.in(
                orders
                    .where(Order_.total.gt(1))
                    .orderBy(Order_.id.asc())
                    .limit(1)
                    .select(Order_.customerId))));
    assertEquals(
        List.of(),
        names(Customer_.age.in(orders.where(Order_.name.eq("x")).select(Order_.priority))));
  }

  @Test
  void notInASubqueryWithANullMatchesNothing() {
    assertEquals(List.of(), names(Customer_.id.notIn(buyers())));
    assertEquals(
        List.of("Bob"),
        names(
            Customer_.id.notIn(
                orders.where(Order_.customerId.isNotNull()).select(Order_.customerId))));
    assertEquals(
        List.of("Ada", "Bob"),
        names(Customer_.age.notIn(orders.where(Order_.name.eq("x")).select(Order_.priority))));
  }

  @Test
  void existsLooksAtRowsNotAtValues() {
    assertEquals(List.of("Ada"), names(exists(orders.where(Order_.customerId.eq(Customer_.id)))));
    assertEquals(
        List.of("Bob"), names(notExists(orders.where(Order_.customerId.eq(Customer_.id)))));
    assertEquals(
        List.of("Ada", "Bob"),
        names(exists(orders.where(Order_.name.eq("c")).select(Order_.customerId))));
    assertEquals(List.of(), names(exists(orders.query().distinct().offset(3))));
    assertEquals(List.of(), names(exists(orders.query().limit(0))));
    assertEquals(
        List.of("Ada", "Bob"),
        names(exists(orders.where(Order_.name.eq("x")).select(sum(Order_.total)))));
    assertEquals(
        List.of("Ada"),
        names(
            exists(
                orders
                    .where(Order_.customerId.eq(Customer_.id))
                    .groupBy(Order_.customerId)
                    .having(count().gt(1))
                    .select(Order_.customerId))));
  }

  @Test
  void existsCombinesWithOtherConditions() {
    Condition<Customer> hasOrders = exists(orders.where(Order_.customerId.eq(Customer_.id)));
    assertEquals(List.of("Ada"), names(hasOrders.and(Customer_.age.gt(1))));
    assertEquals(List.of("Ada", "Bob"), names(hasOrders.or(Customer_.age.isNull())));
    assertEquals(List.of("Bob"), names(hasOrders.not()));
    var e = exists(orders.where(Order_.customerId.eq(Customer_.id)));
    assertEquals(
        1,
        orders
            .query()
            .join(Order_.customerId, Customer_.id)
            .where(e.and(Order_.priority.eq(36)))
            .count());
    assertEquals(1, customers.where(hasOrders).delete());
    assertEquals(1, customers.count());
  }

  record Spent(String name, long orders, BigDecimal dearest) {}

  @Test
  void scalarSubqueriesCompareAndAreSelected() {
    assertEquals(
        List.of("Ada"),
        names(
            Customer_.balance.gt(
                scalar(
                    orders.where(Order_.customerId.eq(Customer_.id)).select(max(Order_.total))))));
    assertEquals(
        List.of("Ada"),
        names(Customer_.name.eq(scalar(orders.where(Order_.priority.eq(36)).select(Order_.name)))));
    assertEquals(
        List.of(),
        names(Customer_.name.ne(scalar(orders.where(Order_.id.lt(0)).select(Order_.name)))));
    assertEquals(
        List.of(new Spent("Bob", 0, null), new Spent("Ada", 2, new BigDecimal("4.00"))),
        customers
            .query()
            .select(
                Customer_.name,
                scalar(orders.where(Order_.customerId.eq(Customer_.id)).select(count())),
                scalar(orders.where(Order_.customerId.eq(Customer_.id)).select(max(Order_.total))),
                Spent::new)
            .orderBy(scalar(orders.where(Order_.customerId.eq(Customer_.id)).select(count())).asc())
            .toList());
  }

  @Test
  void subqueriesNest() {
    lines.insert(OrderLine.of(1, "tea", 1, "1"));
    assertEquals(
        List.of("Ada"),
        names(
            Customer_.id.in(
                orders
                    .where(
                        Order_.id.in(
                            lines.where(OrderLine_.product.eq("tea")).select(OrderLine_.orderId)))
                    .select(Order_.customerId))));
    assertEquals(
        List.of("Ada"),
        names(
            Customer_.id.in(
                orders
                    .query()
                    .join(Order_.id, OrderLine_.orderId)
                    .where(OrderLine_.product.eq("tea"))
                    .select(Order_.customerId))));
  }

  @Test
  void theSameCollectionInsideIsAnotherOne() {
    assertEquals(
        List.of("Ada"),
        names(Customer_.id.in(customers.where(Customer_.age.gt(30)).select(Customer_.id))));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    assertThrows(
        InvalidArgumentException.class,
        () -> Customer_.address.neighbour.in(orders.query().select(Order_.customerId)));
    assertThrows(
        InvalidArgumentException.class,
        () -> Customer_.balance.in(lines.query().select(OrderLine_.price)));
    assertThrows(
        InvalidArgumentException.class,
        () -> Customer_.tags.in(customers.query().select(Customer_.tags)));
    Customer_.Alias other = Customer_.as("other");
    assertEquals(
        List.of("Ada", "Bob"),
        names(exists(customers.as("other").where(other.tags.eq(Customer_.tags)))));
    assertThrows(
        InvalidArgumentException.class,
        () -> Customer_.id.in((dev.dbrazor.query.Query<UUID>) null));
  }

  @Test
  void valuesOfTheSubqueryAreBoundInTheirPlace() {
    assertEquals(
        List.of("Ada"),
        names(
            Customer_.name
                .eq("Ada")
                .and(
                    Customer_.id.in(
                        orders.where(Order_.name.eq("b")).limit(1).select(Order_.customerId)))
                .and(Customer_.tier.eq(Tier.GOLD))));
  }
}
