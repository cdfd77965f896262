package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Insert or update in one statement. */
class UpsertTest extends CustomerTest {
  @Test
  void upsertInsertsWhatIsNew() {
    Customer ada = customers.upsert(Customer.of("Ada"));
    assertNotNull(ada.id());
    assertEquals(1, ada.version());
    assertEquals(Optional.of(ada), customers.findById(ada.key()));
  }

  @Test
  void upsertReturnsWhatIsStoredAndIgnoresTheVersion() {
    Customer ada = customers.insert(Customer.of("Ada"));
    customers.update(ada);
    Customer merged = customers.upsert(ada.withName("last").withVersion(0));
    assertEquals("last", merged.name());
    assertEquals(3, merged.version());
    assertEquals(Optional.of(merged), customers.findById(ada.key()));
  }

  @Test
  void upsertByAUniqueKeepsTheIdThatIsThere() {
    Customer ada = customers.insert(Customer.of("Ada"));
    Customer merged = customers.upsertByEmail(Customer.of("Ada").withName("merged"));
    assertEquals(ada.id(), merged.id());
    assertEquals("merged", merged.name());
    assertEquals(2, merged.version());
    assertEquals(1, customers.count());
    Customer bo = customers.upsertByEmail(Customer.of("Bo"));
    assertEquals(1, bo.version());
    assertEquals(Optional.of(bo), customers.findByEmail(bo.email()));
  }

  @Test
  void upsertByANullUniqueInserts() {
    customers.upsertByPhone(Customer.of("Ada"));
    customers.upsertByPhone(Customer.of("Bo"));
    Customer cy = customers.upsertByPhone(Customer.of("Cy").withPhone("1"));
    Customer di = customers.upsertByPhone(Customer.of("Di").withPhone("1"));
    assertEquals(cy.id(), di.id());
    assertEquals(3, customers.count());
  }

  @Test
  void mixedNewAndOldKeepOrderAndVersions() {
    List<Customer> old = customers.insertAll(many(250));
    customers.updateAll(old.subList(0, 100));
    List<Customer> mixed = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      mixed.add(old.get(249 - i).withName("old" + i));
      mixed.add(Customer.of("new" + i));
    }
    List<Customer> stored = customers.upsertAll(mixed);
    assertEquals(names(mixed), names(stored));
    for (int i = 0; i < 250; i++) {
      assertEquals(249 - i < 100 ? 3 : 2, stored.get(2 * i).version());
      assertEquals(1, stored.get(2 * i + 1).version());
    }
    assertEquals(stored, customers.findAllById(stored.stream().map(Customer::key).toList()));
    assertEquals(500, customers.count());
  }

  @Test
  void oneIdTwiceInOneUpsertIsInsertedAndUpdated() {
    Customer ada = customers.insert(Customer.of("Ada"));
    List<Customer> stored =
        customers.upsertAll(List.of(ada.withName("first"), ada.withName("second")));
    assertEquals(2, stored.size());
    assertEquals("second", customers.findById(ada.key()).orElseThrow().name());
    assertEquals(3, customers.findById(ada.key()).orElseThrow().version());
  }
}
