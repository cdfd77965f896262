package dev.dbrazor.features.joins;

import static dev.dbrazor.query.Expressions.count;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.query.Projection;
import dev.dbrazor.query.WithChildren;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records with those that belong to them. */
class ChildrenTest extends Shop {
  private Customer ada;
  private Customer bob;
  private Order first;
  private Order second;
  private OrderLine tea;
  private OrderLine pot;

  @BeforeEach
  void fill() {
    ada = customers.insert(Customer.of("Ada", 36));
    bob = customers.insert(Customer.of("Bob", null));
    first = orders.insert(Order.of("first", ada.id(), "3.00"));
    second = orders.insert(Order.of("second", ada.id(), "4.00"));
    orders.insert(Order.of("lost", null, "4.00"));
    tea = lines.insert(OrderLine.of(first.id(), "tea", 1, "1.000"));
    pot = lines.insert(OrderLine.of(first.id(), "pot", 1, "2.000"));
    lines.insert(OrderLine.of(9_999, "stray", 1, "2.000"));
  }

  private Projection<WithChildren<Order, OrderLine>> withLines() {
    return orders.where(Order_.name.ne("lost")).with(lines, OrderLine_.orderId);
  }

  @Test
  void parentsComeWithTheirChildrenInTheOrderOfTheirIds() {
    List<WithChildren<Order, OrderLine>> found = withLines().orderBy(Order_.id.desc()).toList();
    assertEquals(
        List.of(
            new WithChildren<>(second, List.of()), new WithChildren<>(first, List.of(tea, pot))),
        found);
    assertThrows(UnsupportedOperationException.class, () -> found.get(1).children().clear());
  }

  @Test
  void everyEndHasTheChildren() {
    Projection<WithChildren<Order, OrderLine>> query = withLines().orderBy(Order_.id.asc());
    WithChildren<Order, OrderLine> expected = new WithChildren<>(first, List.of(tea, pot));
    assertEquals(Optional.of(expected), query.first());
    assertEquals(expected, query.limit(1).one());
    assertEquals(2, query.count());
    assertTrue(query.exists());
    List<WithChildren<Order, OrderLine>> each = new ArrayList<>();
    query.forEach(each::add);
    assertEquals(query.toList(), each);
    assertEquals(List.of(), query.limit(0).toList());
    assertTrue(query.explain().contains("order"));
  }

  @Test
  void idsThatAreBlobsMatchToo() {
    assertEquals(
        List.of(
            new WithChildren<>(ada, List.of(first, second)), new WithChildren<>(bob, List.of())),
        customers.query().orderBy(Customer_.name.asc()).with(orders, Order_.customerId).toList());
  }

  @Test
  void childrenMayBeChosenOrderedAndSelected() {
    assertEquals(
        List.of(
            new WithChildren<>(first, List.of(pot, tea)), new WithChildren<>(second, List.of())),
        orders
            .where(Order_.name.ne("lost"))
            .with(lines.query().orderBy(OrderLine_.product.asc()), OrderLine_.orderId)
            .orderBy(Order_.id.asc())
            .toList());
    assertEquals(
        List.of(new WithChildren<>(first, List.of("tea"))),
        orders
            .where(Order_.name.eq("first"))
            .with(
                lines.where(OrderLine_.product.eq("tea")).select(OrderLine_.product),
                OrderLine_.orderId)
            .toList());
  }

  @Test
  void childrenHaveChildren() {
    assertEquals(
        List.of(
            new WithChildren<>(
                ada,
                List.of(
                    new WithChildren<>(first, List.of(tea, pot)),
                    new WithChildren<>(second, List.of()))),
            new WithChildren<>(bob, List.of())),
        customers
            .query()
            .with(orders.query().with(lines, OrderLine_.orderId), Order_.customerId)
            .orderBy(Customer_.name.asc())
            .toList());
  }

  @Test
  void bothSeeWhatTheTransactionWrote() {
    db.transaction(
        () -> {
          OrderLine cup = lines.insert(OrderLine.of(second.id(), "cup", 1, "1.000"));
          assertEquals(
              List.of(new WithChildren<>(second, List.of(cup))),
              orders.where(Order_.id.eq(second.id())).with(lines, OrderLine_.orderId).toList());
        });
  }

  @Test
  void streamsGiveThemInChunks() {
    List<Order> many =
        orders.insertAll(
            IntStream.range(0, 1_201).mapToObj(i -> Order.of("many", null, "1")).toList());
    lines.insertAll(many.stream().map(o -> OrderLine.of(o.id(), "of " + o.id(), 1, "1")).toList());
    try (Stream<WithChildren<Order, OrderLine>> stream =
        orders
            .where(Order_.name.eq("many"))
            .orderBy(Order_.id.asc())
            .with(lines, OrderLine_.orderId)
            .stream()) {
      assertEquals(
          many.stream().map(o -> "of " + o.id()).toList(),
          stream.map(w -> w.children().get(0).product()).collect(Collectors.toList()));
    }
  }

  @Test
  void whatIsOfAllParentsTogetherIsRefused() {
    assertThrows(
        InvalidArgumentException.class,
        () -> orders.query().with(lines.query().limit(3), OrderLine_.orderId));
    assertThrows(
        InvalidArgumentException.class,
        () -> orders.query().with(lines.query().select(count()), OrderLine_.orderId));
  }

  @Test
  void aComponentThatHoldsNoSuchIdIsRefused() {
    InvalidArgumentException e =
        assertThrows(
            InvalidArgumentException.class,
            () -> customers.query().with(lines, OrderLine_.product).toList());
    assertTrue(e.getMessage().contains("order_lines.product"), e.getMessage());
    assertThrows(
        InvalidArgumentException.class,
        () -> customers.query().with(lines, OrderLine_.orderId).toList());
    assertThrows(
        InvalidArgumentException.class,
        () -> orders.query().with(customers, Customer_.tags.size()));
  }
}
