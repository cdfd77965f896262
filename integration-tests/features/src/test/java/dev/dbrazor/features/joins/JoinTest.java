package dev.dbrazor.features.joins;

import static dev.dbrazor.query.Expressions.record;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.MappingException;
import dev.dbrazor.features.joins.Customer.Tier;
import dev.dbrazor.query.JoinQuery;
import dev.dbrazor.query.Pair;
import dev.dbrazor.query.RecordQuery;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Inner and left joins, whose sides have columns of the same names. */
class JoinTest extends Shop {
  private Customer ada;
  private Customer bob;
  private Customer eve;
  private Order first;
  private Order second;
  private Order third;
  private Order lost;

  @BeforeEach
  void fill() {
    ada = customers.insert(Customer.of("Ada", 36).with(Tier.GOLD, "10.50").in("Oslo"));
    bob = customers.insert(Customer.of("Bob", null));
    eve = customers.insert(Customer.of("Eve", 20));
    first = orders.insert(Order.of("Ada", ada.id(), "3.00"));
    second = orders.insert(Order.of("second", ada.id(), "20.00").withPriority(1));
    third = orders.insert(Order.of("third", bob.id(), "5.00"));
    lost = orders.insert(Order.of("lost", null, "1.00"));
  }

  private JoinQuery<Order, Customer> joined() {
    return orders.query().join(Order_.customerId, Customer_.id);
  }

  private JoinQuery<Order, Optional<Customer>> leftJoined() {
    return orders.query().leftJoin(Order_.customerId, Customer_.id);
  }

  @Test
  void rowsWithoutAPartnerAreLeftOut() {
    assertEquals(List.of(first, second, third), joined().orderBy(Order_.id.asc()).toList());
    assertEquals(3, joined().count());
    assertTrue(joined().exists());
    assertEquals(
        List.of(ada, ada, bob),
        customers
            .query()
            .join(Customer_.id, Order_.customerId)
            .orderBy(Customer_.name.asc())
            .toList());
  }

  @Test
  void bothSidesMayMixInConditionsAndOrders() {
    assertEquals(
        List.of(first, second),
        joined().where(Customer_.tier.eq(Tier.GOLD)).orderBy(Order_.total.asc()).toList());
    assertEquals(
        List.of(third, second),
        joined()
            .where(Order_.total.gt(10).or(Customer_.age.isNull()))
            .orderBy(Customer_.name.desc(), Order_.name.asc())
            .toList());
    assertEquals(List.of(first), joined().where(Order_.name.eq(Customer_.name)).toList());
    assertEquals(
        List.of(second),
        joined().where(Order_.total.gt(Customer_.balance).and(Customer_.age.gt(1))).toList());
    assertEquals(0, joined().where(Customer_.age.gt(100).and(Order_.total.gt(0))).count());
  }

  @Test
  void aConditionGivenBeforeTheJoinStays() {
    RecordQuery<Order> dear = orders.where(Order_.total.ge(5)).orderBy(Order_.id.desc());
    assertEquals(List.of(third, second), dear.join(Order_.customerId, Customer_.id).toList());
    assertEquals(2, dear.count());
    assertEquals(List.of(third), dear.limit(1).join(Order_.customerId, Customer_.id).toList());
  }

  @Test
  void pairsHaveBothRecords() {
    assertEquals(
        List.of(new Pair<>(first, ada), new Pair<>(second, ada), new Pair<>(third, bob)),
        joined().orderBy(Order_.id.asc()).toPairs());
    assertEquals(List.of(), joined().limit(0).toPairs());
    assertThrows(UnsupportedOperationException.class, () -> joined().toPairs().clear());
  }

  @Test
  void aLeftJoinKeepsRowsWithoutAPartner() {
    assertEquals(
        List.of(
            new Pair<>(first, Optional.of(ada)),
            new Pair<>(second, Optional.of(ada)),
            new Pair<>(third, Optional.of(bob)),
            new Pair<>(lost, Optional.empty())),
        leftJoined().orderBy(Order_.id.asc()).toPairs());
    assertEquals(4, leftJoined().count());
    assertEquals(List.of(lost), leftJoined().where(Customer_.id.isNull()).toList());
    assertEquals(
        List.of(eve),
        customers
            .query()
            .leftJoin(Customer_.id, Order_.customerId)
            .where(Order_.id.isNull())
            .toList());
  }

  @Test
  void aConditionOnAMissingRightSideIsNeitherTrueNorFalse() {
    assertEquals(
        3, leftJoined().where(Customer_.name.eq("Ada").or(Customer_.name.ne("Ada"))).count());
    assertEquals(
        0, leftJoined().where(Customer_.age.eq(36).not().and(Order_.name.eq("lost"))).count());
    assertEquals(1, leftJoined().where(Customer_.tags.isNull()).count());
  }

  record Flat(String order, Optional<String> customer, Optional<Integer> age) {}

  record Strict(String order, int age) {}

  record Boxed(String order, Integer age) {}

  @Test
  void missingSidesAreReadThroughOptional() {
    assertEquals(
        List.of(
            new Flat("Ada", Optional.of("Ada"), Optional.of(36)),
            new Flat("lost", Optional.empty(), Optional.empty()),
            new Flat("third", Optional.of("Bob"), Optional.empty())),
        leftJoined()
            .where(Order_.priority.isNull())
            .orderBy(Order_.name.asc())
            .select(Order_.name, Customer_.name.optional(), Customer_.age.optional(), Flat::new)
            .toList());
  }

  @Test
  void aMissingValueForAPrimitiveNamesTheExpressionAndElseIsNull() {
    JoinQuery<Order, Optional<Customer>> unowned = leftJoined().where(Customer_.id.isNull());
    MappingException e =
        assertThrows(
            MappingException.class,
            () -> unowned.select(Order_.name, Customer_.age, Strict::new).toList());
    assertTrue(e.getMessage().contains("buyers.age"), e.getMessage());
    assertEquals(
        List.of(new Boxed("lost", null)),
        unowned.select(Order_.name, Customer_.age, Boxed::new).toList());
    assertEquals(Optional.empty(), unowned.select(Customer_.name).first());
  }

  record Buyer(String name, BigDecimal balance) {}

  record Sale(String order, Buyer buyer) {}

  record MaybeSale(String order, Optional<Buyer> buyer) {}

  @Test
  void nestedRecordsAreMadeOfEitherSide() {
    assertEquals(
        List.of(new Sale("third", new Buyer("Bob", new BigDecimal("0.00")))),
        joined()
            .where(Customer_.name.eq("Bob"))
            .select(Order_.name, record(Customer_.name, Customer_.balance, Buyer::new), Sale::new)
            .toList());
    assertEquals(
        List.of(
            new MaybeSale("lost", Optional.empty()),
            new MaybeSale("third", Optional.of(new Buyer("Bob", new BigDecimal("0.00"))))),
        leftJoined()
            .where(Order_.name.in("lost", "third"))
            .orderBy(Order_.name.asc())
            .select(
                Order_.name,
                record(Customer_.name, Customer_.balance, Buyer::new).optional(),
                MaybeSale::new)
            .toList());
  }

  @Test
  void distinctGivesALeftRecordOnce() {
    JoinQuery<Customer, Order> buyers = customers.query().join(Customer_.id, Order_.customerId);
    assertEquals(3, buyers.count());
    assertEquals(2, buyers.distinct().count());
    assertEquals(List.of(ada, bob), buyers.distinct().orderBy(Customer_.name.asc()).toList());
    assertFalse(buyers.distinct().offset(2).exists());
    assertEquals(2, buyers.select(Customer_.name).distinct().count());
  }

  @Test
  void projectionsAreOrderedAndCutAfterTheSelect() {
    assertEquals(
        List.of("second"),
        joined()
            .select(Order_.name)
            .orderBy(Customer_.name.asc(), Order_.id.desc())
            .limit(1)
            .toList());
    assertEquals(
        List.of("Ada", "third"),
        joined().select(Order_.name).orderBy(Order_.total.desc()).offset(1).toList().stream()
            .sorted()
            .toList());
  }

  @Test
  void furtherCollectionsAreJoined() {
    lines.insert(OrderLine.of(second.id(), "tea", 2, "1.500"));
    lines.insert(OrderLine.of(second.id(), "pot", 1, "8.000"));
    assertEquals(
        List.of("pot", "tea"),
        joined()
            .join(Order_.id, OrderLine_.orderId)
            .where(Customer_.name.eq("Ada").and(OrderLine_.quantity.gt(0)))
            .orderBy(OrderLine_.product.asc())
            .select(OrderLine_.product)
            .toList());
    JoinQuery<Order, Optional<Customer>> all = leftJoined().leftJoin(Order_.id, OrderLine_.orderId);
    assertEquals(5, all.count());
    assertEquals(
        List.of(new Pair<>(lost, Optional.empty())), all.where(Customer_.id.isNull()).toPairs());
    assertEquals(2, leftJoined().join(Order_.id, OrderLine_.orderId).count());
  }

  @Test
  void otherEndsWorkToo() {
    try (Stream<Order> stream = joined().orderBy(Order_.id.asc()).stream()) {
      assertEquals(List.of(first, second, third), stream.toList());
    }
    assertEquals(Optional.of(third), joined().orderBy(Order_.id.desc()).first());
    assertEquals(second, joined().where(Order_.priority.eq(1)).one());
    assertTrue(joined().explain().contains("order"), joined().explain());
    assertEquals(List.of(second), joined().orderBy(Order_.id.asc()).offset(1).limit(1).toList());
  }

  @Test
  void aCollectionJoinsItselfUnderAnAliasOnly() {
    InvalidArgumentException e =
        assertThrows(
            InvalidArgumentException.class,
            () -> employees.query().join(Employee_.managerId, Employee_.id));
    assertTrue(e.getMessage().contains("alias"), e.getMessage());
    Employee_.Alias boss = Employee_.as("BOSS");
    Employee_.Alias same = Employee_.as("boss");
    JoinQuery<Employee, Employee> once = employees.query().join(Employee_.managerId, boss.id);
    assertThrows(InvalidArgumentException.class, () -> once.join(boss.managerId, same.id));
    assertThrows(
        InvalidArgumentException.class,
        () -> orders.query().join(Order_.priority, Customer_.tags.size()));
  }

  @Test
  void idsInsideOfDocumentsAreRefusedWhereTheyWouldNeverBeEqual() {
    UUID neighbour = ada.id();
    customers.update(
        new Customer(
            bob.id(),
            "Bob",
            1,
            Tier.BASIC,
            BigDecimal.ONE,
            new Customer.Address("Bergen", neighbour),
            List.of()));
    Customer_.Alias other = Customer_.as("other");
    InvalidArgumentException e =
        assertThrows(
            InvalidArgumentException.class,
            () -> customers.query().join(Customer_.address.neighbour, other.id));
    assertTrue(e.getMessage().contains("buyers.address.neighbour"), e.getMessage());
    assertTrue(e.getMessage().contains("other.id"), e.getMessage());
  }

  @Test
  void decimalsOfDifferentScaleCompareByValue() {
    lines.insert(OrderLine.of(first.id(), "tea", 2, "3.000"));
    lines.insert(OrderLine.of(second.id(), "pot", 1, "20.001"));
    assertEquals(
        List.of(first),
        orders
            .query()
            .join(Order_.id, OrderLine_.orderId)
            .where(Order_.total.eq(OrderLine_.price))
            .toList());
    assertEquals(
        List.of(second),
        orders
            .query()
            .join(Order_.id, OrderLine_.orderId)
            .where(OrderLine_.price.gt(Order_.total))
            .toList());
  }
}
