package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.NotNullException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.VersionMismatchException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many rows at once, all or nothing. */
class BulkTest extends CustomerTest {
  @Test
  void tenThousandRowsKeepTheirOrder() {
    List<Customer> rows = new ArrayList<>(many(10_000));
    Collections.shuffle(rows, new Random(4));
    List<Customer> stored = customers.insertAll(rows);
    assertEquals(names(rows), names(stored));
    assertEquals(10_000, customers.count());
    List<UUID> ids = stored.stream().map(Customer::key).toList();
    assertEquals(stored, customers.findAllById(ids));
    List<Customer> updated =
        customers.updateAll(stored.stream().map(c -> c.withName(c.name() + "!")).toList());
    assertEquals(names(rows).stream().map(n -> n + "!").toList(), names(updated));
    assertTrue(updated.stream().allMatch(c -> c.version() == 2));
    assertEquals(updated, customers.findAllById(ids));
    List<Customer> merged = customers.upsertAll(updated);
    assertEquals(names(updated), names(merged));
    assertTrue(merged.stream().allMatch(c -> c.version() == 3));
    assertEquals(10_000, customers.deleteAllById(ids));
    assertEquals(0, customers.count());
  }

  @Test
  void oneBadRowOfAnInsertStoresNothing() {
    List<Customer> rows = new ArrayList<>(many(1_000));
    rows.set(999, rows.get(0));
    assertThrows(UniqueConstraintException.class, () -> customers.insertAll(rows));
    assertEquals(0, customers.count());
    assertEquals(999, customers.insertAll(rows.subList(0, 999)).size());
  }

  @Test
  void oneUnstorableRowOfAnInsertStoresNothing() {
    List<Customer> rows = new ArrayList<>(many(500));
    rows.set(400, rows.get(400).withName(null));
    NotNullException error = assertThrows(NotNullException.class, () -> customers.insertAll(rows));
    assertTrue(error.getMessage().contains("name"), error.getMessage());
    assertEquals(0, customers.count());
  }

  @Test
  void oneBadRowOfAnUpdateStoresNothing() {
    List<Customer> stored = customers.insertAll(many(300));
    List<Customer> changed =
        new ArrayList<>(stored.stream().map(c -> c.withName("changed")).toList());
    changed.set(299, stored.get(299).withEmail("c0@example.com"));
    UniqueConstraintException error =
        assertThrows(UniqueConstraintException.class, () -> customers.updateAll(changed));
    assertEquals("email", error.component());
    assertEquals(0, customers.where(Customer_.name.eq("changed")).count());
    assertEquals(300, customers.where(Customer_.version.eq(1)).count());
  }

  @Test
  void oneStaleRowOfAnUpdateStoresNothing() {
    List<Customer> stored = customers.insertAll(many(300));
    List<Customer> changed =
        new ArrayList<>(stored.stream().map(c -> c.withName("changed")).toList());
    changed.set(150, stored.get(150).withVersion(9));
    VersionMismatchException error =
        assertThrows(VersionMismatchException.class, () -> customers.updateAll(changed));
    assertEquals(Optional.of(stored.get(150).key()), error.id());
    assertEquals(9, error.expected());
    assertEquals(1, error.actual());
    assertEquals(0, customers.where(Customer_.name.eq("changed")).count());
  }

  @Test
  void oneBadRowOfAnUpsertStoresNothing() {
    customers.insert(Customer.of("taken"));
    List<Customer> rows = new ArrayList<>(many(300));
    rows.set(299, Customer.of("taken"));
    assertThrows(UniqueConstraintException.class, () -> customers.upsertAll(rows));
    assertEquals(1, customers.count());
  }

  @Test
  void anUpdateAllMaySwapUniqueValuesOnlyByASparePlace() {
    List<Customer> two = customers.insertAll(many(2));
    List<Customer> spare =
        customers.updateAll(
            List.of(two.get(0).withEmail("spare"), two.get(1).withEmail("c0@example.com")));
    assertEquals(List.of("spare", "c0@example.com"), spare.stream().map(Customer::email).toList());
  }

  @Test
  void aFailedBulkInsideATransactionLeavesTheRestOfIt() {
    db.transaction(
        () -> {
          customers.insert(Customer.of("kept"));
          List<Customer> rows = List.of(Customer.of("a"), Customer.of("kept"));
          assertThrows(UniqueConstraintException.class, () -> customers.insertAll(rows));
        });
    assertEquals(List.of("kept"), names(customers.query().toList()));
  }

  @Test
  void insertOrIgnoreLeavesWhatIsThere() {
    Customer ada = customers.insert(Customer.of("Ada"));
    assertEquals(Optional.empty(), customers.insertOrIgnore(Customer.of("Ada").withName("x")));
    assertEquals(Optional.empty(), customers.insertOrIgnore(ada.withEmail("other")));
    Customer bo = customers.insertOrIgnore(Customer.of("Bo")).orElseThrow();
    assertEquals(1, bo.version());
    assertEquals(List.of(ada, bo), customers.query().orderBy(Customer_.name.asc()).toList());
  }

  @Test
  void insertOrIgnoreStillRefusesWhatIsWrong() {
    assertThrows(
        NotNullException.class, () -> customers.insertOrIgnore(Customer.of("Ada").withName(null)));
  }
}
