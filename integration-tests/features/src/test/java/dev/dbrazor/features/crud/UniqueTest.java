package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.UniqueConstraintException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Duplicates of unique values. */
class UniqueTest extends CustomerTest {
  @Test
  void duplicateEmailNamesTheComponentOnInsert() {
    customers.insert(Customer.of("Ada"));
    UniqueConstraintException error =
        names("email", () -> customers.insert(Customer.of("Ada").withName("x")));
    assertEquals(ErrorCode.UNIQUE_CONSTRAINT, error.code());
    assertEquals(Optional.of("clients"), error.collection());
    assertEquals(Optional.of("email"), error.column());
    assertTrue(error.sql().orElseThrow().startsWith("INSERT"), error.sql().toString());
    assertEquals(1, customers.count());
  }

  @Test
  void duplicateEmailNamesTheComponentOnUpdate() {
    customers.insert(Customer.of("Ada"));
    Customer bo = customers.insert(Customer.of("Bo"));
    names("email", () -> customers.update(bo.withEmail("Ada@example.com")));
    names("email", () -> customers.update(bo.key(), Customer_.email.set("Ada@example.com")));
    names(
        "email",
        () ->
            customers
                .where(Customer_.name.eq("Bo"))
                .update(Customer_.email.set("Ada@example.com")));
    assertEquals(Optional.of(bo), customers.findById(bo.key()));
  }

  @Test
  void duplicateEmailNamesTheComponentOnUpsert() {
    customers.insert(Customer.of("Ada"));
    Customer bo = customers.insert(Customer.of("Bo"));
    names("email", () -> customers.upsert(Customer.of("Ada")));
    names("email", () -> customers.upsert(bo.withEmail("Ada@example.com")));
    names("email", () -> customers.upsertAll(List.of(bo, bo.withEmail("Ada@example.com"))));
    assertEquals(Optional.of(bo), customers.findById(bo.key()));
  }

  @Test
  void duplicateIdNamesTheId() {
    Customer ada = customers.insert(Customer.of("Ada"));
    names("id", () -> customers.insert(Customer.of("Bo").withId(ada.id())));
  }

  @Test
  void severalNullsAreFine() {
    customers.insertAll(many(3));
    assertEquals(3, customers.where(Customer_.phone.isNull()).count());
    Customer ada = customers.insert(Customer.of("Ada").withPhone("1"));
    names("phone", () -> customers.insert(Customer.of("Bo").withPhone("1")));
    assertEquals(ada, customers.findByPhone("1").orElseThrow());
  }

  @Test
  void theOwnValueIsFine() {
    Customer ada = customers.insert(Customer.of("Ada"));
    Customer updated = customers.update(ada.withName("Ada L."));
    Customer merged = customers.upsert(updated.withName("Countess"));
    assertEquals("Countess", customers.findByEmail(ada.email()).orElseThrow().name());
    assertEquals(3, merged.version());
  }

  @Test
  void theErrorOfABulkInsertNamesTheRow() {
    UUID id = new UUID(7, 7);
    List<Customer> rows = new ArrayList<>(many(250));
    rows.set(180, Customer.of("c3").withId(id));
    UniqueConstraintException error = names("email", () -> customers.insertAll(rows));
    assertTrue(
        error.id().map(id::equals).orElse(false) || error.getMessage().contains("180"),
        error.getMessage());
    assertEquals(0, customers.count());
  }

  private static UniqueConstraintException names(String component, Executable change) {
    UniqueConstraintException error = assertThrows(UniqueConstraintException.class, change);
    assertEquals(component, error.component());
    return error;
  }
}
