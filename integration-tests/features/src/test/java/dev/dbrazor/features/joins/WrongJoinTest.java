package dev.dbrazor.features.joins;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.features.storage.Compilation;
import dev.dbrazor.features.storage.WrongUses;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins, groups, aggregates and subqueries of the wrong types do not compile. */
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

  @TempDir Path output;

  @TestFactory
  Stream<DynamicTest> aWrongUseIsThisErrorOnItsLine() throws IOException {
    return new WrongUses("joins.txt", SOURCE, output).tests();
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
