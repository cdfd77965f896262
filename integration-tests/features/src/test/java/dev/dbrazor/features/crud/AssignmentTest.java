package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.MappingException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Changes by assignment, to one row or to all that match. */
class AssignmentTest extends CustomerTest {
  @Test
  void incrementStartsFromZeroAtNullAndMayBeNegative() {
    Customer ada = customers.insert(Customer.of("Ada"));
    assertEquals(3, customers.update(ada.key(), Customer_.visits.increment(3)).visits());
    assertEquals(-2, customers.update(ada.key(), Customer_.visits.increment(-5)).visits());
    assertEquals(29, customers.update(ada.key(), Customer_.age.increment(-1)).age());
  }

  @Test
  void incrementIsExactAboveTwoToThe53() {
    CounterDao counters = new CounterDao(db);
    counters.insert(new Counter("c", (1L << 53) + 1, null));
    assertEquals((1L << 53) + 2, counters.update("c", Counter_.value.increment(1)).value());
    counters.update("c", Counter_.value.set(Long.MAX_VALUE - 1));
    assertEquals(Long.MAX_VALUE, counters.update("c", Counter_.value.increment(1)).value());
  }

  @Test
  void incrementBeyondTheRangeIsAnErrorAndChangesNothing() {
    CounterDao counters = new CounterDao(db);
    counters.insert(new Counter("c", Long.MAX_VALUE, Integer.MAX_VALUE));
    assertThrows(DbRazorException.class, () -> counters.update("c", Counter_.value.increment(1)));
    assertThrows(DbRazorException.class, () -> counters.update("c", Counter_.seen.increment(1)));
    assertEquals(
        new Counter("c", Long.MAX_VALUE, Integer.MAX_VALUE), counters.findById("c").orElseThrow());
  }

  @Test
  void incrementReachesNestedPathsExactly() {
    Customer ada = customers.insert(Customer.of("Ada"));
    Customer once = customers.update(ada.key(), Customer_.address.steps.increment(1L << 53));
    assertEquals(1L << 53, address(once).steps());
    Customer twice = customers.update(ada.key(), Customer_.address.steps.increment(1));
    assertEquals((1L << 53) + 1, address(twice).steps());
  }

  @Test
  void decimalsIncrementExactly() {
    Customer ada = customers.insert(Customer.of("Ada"));
    Customer changed =
        customers.update(ada.key(), Customer_.balance.increment(new BigDecimal("0.1")));
    assertEquals(new BigDecimal("1.10"), changed.balance());
    assertEquals(
        new BigDecimal("3.10"),
        customers.update(ada.key(), Customer_.balance.increment(2)).balance());
    assertThrows(
        MappingException.class,
        () -> customers.update(ada.key(), Customer_.balance.increment(new BigDecimal("0.001"))));
  }

  @Test
  void appendAddsAtTheEndAndMakesAMissingList() {
    Customer ada = customers.insert(Customer.of("Ada"));
    assertEquals(
        List.of("new", "vip"), customers.update(ada.key(), Customer_.tags.append("vip")).tags());
    Customer bo = customers.insert(Customer.of("Bo").withTags(null));
    assertEquals(
        List.of("a\"b]"), customers.update(bo.key(), Customer_.tags.append("a\"b]")).tags());
    Customer noted = customers.update(bo.key(), Customer_.address.notes.append("n"));
    assertEquals(List.of("n"), address(noted).notes());
  }

  @Test
  void severalAssignmentsAreOneChange() {
    Customer ada = customers.insert(Customer.of("Ada"));
    Customer changed =
        customers.update(
            ada.key(),
            Customer_.age.increment(1),
            Customer_.tags.append("vip"),
            Customer_.address.city.set("Rome"),
            Customer_.address.street.set("Via 1"),
            Customer_.phone.set("1"),
            Customer_.points.set(Map.of("a", 1)),
            Customer_.name.set("Ada L."));
    assertEquals(
        new Customer(
            ada.id(),
            "Ada L.",
            ada.email(),
            "1",
            31,
            null,
            new Customer.Address("Via 1", "Rome", null, null),
            List.of("new", "vip"),
            Map.of("a", 1),
            ada.balance(),
            2),
        changed);
    assertEquals(changed, customers.findById(ada.key()).orElseThrow());
    assertEquals(1, customers.where(Customer_.address.city.eq("Rome")).count());
  }

  @Test
  void aNestedAssignmentThroughANullParentIsAnError() {
    Customer ada = customers.insert(Customer.of("Ada").withAddress(null));
    DbRazorException set =
        assertThrows(
            DbRazorException.class,
            () -> customers.update(ada.key(), Customer_.address.city.set("Rome")));
    assertTrue(set.getMessage().contains("address"), set.getMessage());
    assertThrows(
        DbRazorException.class,
        () -> customers.update(ada.key(), Customer_.address.steps.increment(1)));
    assertThrows(
        DbRazorException.class,
        () -> customers.query().update(Customer_.address.notes.append("x")));
    assertEquals(ada, customers.findById(ada.key()).orElseThrow());
  }

  @Test
  void setNullOnlyWhereNullMayStand() {
    Customer ada = customers.insert(Customer.of("Ada").withPhone("1"));
    assertNull(customers.update(ada.key(), Customer_.phone.setNull()).phone());
    assertNull(customers.update(ada.key(), Customer_.address.setNull()).address());
    assertThrows(
        DbRazorException.class, () -> customers.update(ada.key(), Customer_.name.setNull()));
  }

  @Test
  void setBasedUpdateSaysHowManyAndTouchesOnlyThose() {
    customers.insertAll(many(10));
    long changed =
        customers
            .where(Customer_.name.in("c1", "c2", "c99"))
            .update(Customer_.age.set(99), Customer_.tags.append("x"));
    assertEquals(2, changed);
    assertEquals(2, customers.where(Customer_.age.eq(99)).count());
    assertEquals(2, customers.where(Customer_.version.eq(2)).count());
    assertEquals(0, customers.where(Customer_.name.eq("none")).update(Customer_.age.set(1)));
  }

  @Test
  void setBasedDeleteSaysHowManyAndTouchesOnlyThose() {
    customers.insertAll(many(10));
    assertEquals(3, customers.where(Customer_.name.in("c1", "c2", "c3")).delete());
    assertEquals(0, customers.where(Customer_.name.in("c1")).delete());
    assertEquals(7, customers.count());
    assertEquals(7, customers.query().delete());
  }

  private static Customer.Address address(Customer customer) {
    return Objects.requireNonNull(customer.address());
  }
}
