package dev.dbrazor.features.joins;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** C6: joins, groups, aggregates and subqueries of the wrong types do not compile. */
class WrongJoinTest {
  private static final String SOURCE =
      """
      package user;

      import static dev.dbrazor.query.Expressions.*;

      import dev.dbrazor.features.joins.*;
      import dev.dbrazor.query.*;
      import java.util.List;
      import java.util.Optional;

      class User {
        void use(CustomerDao customers, OrderDao orders, OrderLineDao lines, EmployeeDao employees) {
          %s;
        }
      }
      """;

  private static final int LINE = 12;

  @TempDir Path output;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders.query().join(Order_.customerId, Customer_.name)",
        "orders.query().join(Order_.total, Customer_.age)",
        "orders.query().join(Customer_.id, Order_.customerId)",
        "orders.query().join(Order_.customerId, Customer_.id.optional())",
        "orders.where(Customer_.name.eq(\"x\"))",
        "orders.where(Order_.name.eq(\"x\").and(Customer_.name.eq(\"x\")))",
        "orders.query().orderBy(Customer_.name.asc())",
        "orders.query().groupBy(Customer_.name)",
        "orders.query().groupBy(Order_.name).select(Customer_.name)",
        "orders.query().groupBy(Order_.name).orderBy(Customer_.name.asc())",
        "orders.query().groupBy(Order_.name).toList()",
        "orders.query().select(sum(Customer_.balance))",
        "sum(Order_.delay)",
        "sum(Order_.name)",
        "avg(Order_.delay)",
        "avg(Customer_.id)",
        "sum(Customer_.tags)",
        "min(Customer_.tags)",
        "max(Customer_.address)",
        "count(\"x\")",
        "Order_.customerId.in(orders.query().select(Order_.name))",
        "Order_.customerId.in(orders.query())",
        "Order_.customerId.in(customers.query().select(Customer_.id.optional()))",
        "Order_.customerId.eq(Order_.name)",
        "Order_.priority.gt(Order_.name)",
        "customers.where(exists(Customer_.id))",
        "customers.where(exists(orders))",
        "orders.query().with(lines, Order_.id)",
        "orders.query().with(Customer_.id, OrderLine_.orderId)",
        "List<Pair<Order, Customer>> p ="
            + " orders.query().leftJoin(Order_.customerId, Customer_.id).toPairs()",
        "List<Customer> c = orders.query().join(Order_.customerId, Customer_.id).toList()",
        "int n = orders.query().select(count()).one()",
        "orders.query().join(Order_.customerId, Customer_.id).delete()",
        "orders.query().join(Order_.customerId, Customer_.id).where(Customer_.name)",
      })
  void aWrongUseIsAnErrorOnItsLine(String use) {
    Compilation compilation = compile(use);
    assertFalse(compilation.success(), use);
    assertEquals(
        List.of(), compilation.errors().stream().filter(e -> !e.startsWith(LINE + ":")).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List<Pair<Order, Customer>> p ="
            + " orders.query().join(Order_.customerId, Customer_.id).toPairs()",
        "List<Pair<Order, Optional<Customer>>> p ="
            + " orders.query().leftJoin(Order_.customerId, Customer_.id).toPairs()",
        "orders.query().join(Order_.customerId, Customer_.id)"
            + ".where(Customer_.name.eq(\"x\").and(Order_.name.eq(\"x\")).or(Customer_.age.gt(1)))",
        "Optional<Long> n = orders.query().select(sum(Order_.priority)).first()",
        "long n = orders.query().select(count()).one()",
        "customers.query().groupBy(Customer_.tier).having(count().gt(10)).select(count())",
        "List<WithChildren<Customer, WithChildren<Order, OrderLine>>> deep = customers.query()"
            + ".with(orders.query().with(lines, OrderLine_.orderId), Order_.customerId).toList()",
        "customers.where(exists(orders.where(Order_.customerId.eq(Customer_.id))).and(Customer_.age.gt(1)))",
        "customers.where(Customer_.id.notIn(orders.query().select(Order_.customerId)))",
      })
  void aRightUseCompiles(String use) {
    Compilation compilation = compile(use);
    assertTrue(compilation.success(), compilation.errors().toString());
  }

  private Compilation compile(String use) {
    return Compilation.of(output, Map.of("user.User", SOURCE.formatted(use)));
  }
}
