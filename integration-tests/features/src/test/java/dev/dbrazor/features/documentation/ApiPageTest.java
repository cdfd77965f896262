package dev.dbrazor.features.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.Database;
import dev.dbrazor.DatabaseConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the API page: it compiles and does what the page says. */
class ApiPageTest {
  /** What an order gives back. */
  record Receipt(long order) {}

  @TempDir Path directory;

  @Test
  void openUseClose() {
    try (Database db = Database.open(directory.resolve("shop.db"))) {
      CustomerDao customers = new CustomerDao(db);

      Customer ada = customers.insert(customer("Ada"));
      List<Customer> many = List.of(customer("Bo"), customer("Cy"));
      List<Customer> stored = customers.insertAll(many);
      assertEquals(List.of("Bo", "Cy"), stored.stream().map(Customer::name).toList());

      Optional<Customer> one = customers.findById(ada.id());
      Optional<Customer> two = customers.findByEmail("Ada@example.com");
      List<UUID> ids = List.of(stored.get(1).id(), UUID.randomUUID(), ada.id());
      List<Customer> some = customers.findAllById(ids);
      assertEquals(ada.id(), one.orElseThrow().id());
      assertEquals(ada.id(), two.orElseThrow().id());
      assertEquals(List.of("Cy", "Ada"), some.stream().map(Customer::name).toList());

      Customer changed = customers.update(ada);
      Customer older =
          customers.update(
              ada.id(),
              Customer_.age.increment(1),
              Customer_.tags.append("vip"),
              Customer_.address.city.set("Oslo"));
      Customer merged = customers.upsert(ada);
      boolean gone = customers.deleteById(ada.id());
      long n = customers.count();
      assertEquals(
          List.of(1, 2, 3, 4),
          List.of(ada.version(), changed.version(), older.version(), merged.version()));
      assertEquals(31, older.age());
      assertEquals(List.of("vip"), older.tags());
      assertEquals("Oslo", older.address().city());
      assertTrue(gone);
      assertEquals(2, n);
    }
  }

  @Test
  void ask() {
    try (Database db = Database.inMemory()) {
      CustomerDao customers = new CustomerDao(db);
      for (int i = 0; i < 60; i++) {
        customers.insert(customer("c" + (100 + i)));
      }
      List<Customer> adults =
          customers
              .where(
                  Customer_.age
                      .ge(18)
                      .and(Customer_.address.city.eq("Rome").or(Customer_.tags.contains("vip"))))
              .orderBy(Customer_.age.desc(), Customer_.name.asc())
              .limit(20)
              .offset(40)
              .toList();
      assertEquals(20, adults.size());
      assertEquals("c140", adults.get(0).name());
    }
  }

  @Test
  void transactions() {
    try (Database db =
        Database.open(
            DatabaseConfig.builder()
                .path(directory.resolve("t.db"))
                .readers(4)
                .busyTimeout(Duration.ofSeconds(5))
                .build())) {
      CustomerDao customers = new CustomerDao(db);
      OrderDao orders = new OrderDao(db);
      AuditEntryDao audit = new AuditEntryDao(db);
      Customer ada = customers.insert(customer("Ada"));
      Order order = new Order(0, ada.id());
      List<String> told = new ArrayList<>();
      Receipt r =
          db.transaction(
              () -> {
                Order o = orders.insert(order);
                db.transaction(() -> audit.insert(new AuditEntry(null, "ordered", null)));
                db.afterCommit(() -> told.add("committed"));
                return new Receipt(o.id());
              });
      assertEquals(1, r.order());
      assertEquals(List.of("committed"), told);
      assertEquals(1, db.readTransaction(() -> orders.count()));
      assertNotNull(audit.query().one().at());
      assertEquals(
          List.of("Ada 1"),
          db.query(
              "SELECT c.name || ' ' || o.id FROM orders o JOIN customers c ON c.id = o.customer_id WHERE c.age > ?",
              row -> row.text(0),
              18));
      assertEquals(1, db.execute("UPDATE customers SET age = age + 1 WHERE name = ?", "Ada"));
    }
  }

  private static Customer customer(String name) {
    return new Customer(
        null,
        name,
        name + "@example.com",
        30,
        null,
        new Address("Via 1", "Rome", new GeoPoint(41.9, 12.5)),
        List.of(),
        Tier.GOLD,
        new BigDecimal("12.50"),
        Instant.parse("2024-01-01T00:00:00Z"),
        0,
        null);
  }
}
