package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.NotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Known and unknown ids. */
class FindTest extends CustomerTest {
  private static final UUID UNKNOWN = new UUID(0, 0);

  @Test
  void anUnknownIdFindsNothing() {
    customers.insert(Customer.of("Ada"));
    assertEquals(Optional.empty(), customers.findById(UNKNOWN));
    assertEquals(Optional.empty(), customers.findByEmail("nobody"));
    assertEquals(List.of(), customers.findAllById(List.of(UNKNOWN)));
  }

  @Test
  void updatingAnUnknownIdIsNotFound() {
    NotFoundException whole =
        assertThrows(
            NotFoundException.class, () -> customers.update(Customer.of("Ada").withId(UNKNOWN)));
    assertEquals(Optional.of(UNKNOWN), whole.id());
    NotFoundException part =
        assertThrows(
            NotFoundException.class, () -> customers.update(UNKNOWN, Customer_.age.increment(1)));
    assertEquals(Optional.of(UNKNOWN), part.id());
    assertEquals(0, customers.count());
  }

  @Test
  void updateAllNamesTheMissingIdAndStoresNothing() {
    List<Customer> stored = customers.insertAll(many(3));
    List<Customer> changed =
        List.of(
            stored.get(0).withName("x"),
            stored.get(1).withId(UNKNOWN).withEmail("other"),
            stored.get(2).withName("z"));
    NotFoundException error =
        assertThrows(NotFoundException.class, () -> customers.updateAll(changed));
    assertEquals(Optional.of(UNKNOWN), error.id());
    assertEquals(stored, customers.query().orderBy(Customer_.name.asc()).toList());
  }

  @Test
  void deletingSaysWhetherARowWent() {
    Customer ada = customers.insert(Customer.of("Ada"));
    assertFalse(customers.deleteById(UNKNOWN));
    assertTrue(customers.deleteById(ada.key()));
    assertFalse(customers.deleteById(ada.key()));
    assertEquals(0, customers.count());
  }

  @Test
  void bulkDeleteCountsWhatReallyWent() {
    List<UUID> ids = customers.insertAll(many(5)).stream().map(Customer::key).toList();
    assertEquals(
        2,
        customers.deleteAllById(List.of(ids.get(0), UNKNOWN, ids.get(0), ids.get(3), ids.get(3))));
    assertEquals(3, customers.count());
  }

  @Test
  void findAllByIdKeepsTheOrderOfTheIds() {
    List<Customer> stored = customers.insertAll(many(4));
    assertEquals(
        List.of("c3", "c0", "c2"),
        names(
            customers.findAllById(
                List.of(stored.get(3).key(), UNKNOWN, stored.get(0).key(), stored.get(2).key()))));
  }

  @Test
  void emptyListsDoNothing() {
    customers.insert(Customer.of("Ada"));
    assertEquals(List.of(), customers.insertAll(List.of()));
    assertEquals(List.of(), customers.updateAll(List.of()));
    assertEquals(List.of(), customers.upsertAll(List.of()));
    assertEquals(List.of(), customers.findAllById(List.of()));
    assertEquals(0, customers.deleteAllById(List.of()));
    assertEquals(1, customers.count());
  }

  @Test
  void anEmptyListRunsNoStatementEvenWhereWritingIsForbidden() {
    db.readTransaction(
        () -> {
          assertEquals(List.of(), customers.insertAll(List.of()));
          assertEquals(0, customers.deleteAllById(List.of()));
        });
  }
}
