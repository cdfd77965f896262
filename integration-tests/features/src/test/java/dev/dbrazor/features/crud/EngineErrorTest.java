package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotFoundException;
import dev.dbrazor.TransactionState;
import dev.dbrazor.UniqueConstraintException;
import org.junit.jupiter.api.Test;

/** What an error carries. */
class EngineErrorTest extends CustomerTest {
  @Test
  void anErrorOutsideATransactionSaysSo() {
    customers.insert(Customer.of("Ada"));
    UniqueConstraintException error =
        assertThrows(UniqueConstraintException.class, () -> customers.insert(Customer.of("Ada")));
    assertEquals(TransactionState.NONE, error.transactionState());
  }

  @Test
  void anErrorInsideATransactionSaysSo() {
    customers.insert(Customer.of("Ada"));
    db.transaction(
        () -> {
          UniqueConstraintException error =
              assertThrows(
                  UniqueConstraintException.class, () -> customers.insert(Customer.of("Ada")));
          assertEquals(TransactionState.ACTIVE, error.transactionState());
        });
  }

  @Test
  void wrongSqlIsAStatementErrorWithTheSql() {
    DbRazorException error =
        assertThrows(
            DbRazorException.class, () -> db.query("SELECT nosuch FROM nowhere", row -> 1));
    assertEquals(ErrorCode.STATEMENT, error.code());
    assertTrue(error.sql().orElseThrow().contains("nowhere"));
  }

  @Test
  void anIdInAMessageIsCutAndOnOneLine() {
    CounterDao counters = new CounterDao(db);
    String id = "a\nb\0\ud800" + "😀".repeat(1_000_000);
    NotFoundException missing =
        assertThrows(
            NotFoundException.class, () -> counters.update("a\nb😀", Counter_.value.set(1)));
    assertEquals("counters: no row has id a\\u000ab😀", missing.getMessage());
    MappingException refused =
        assertThrows(MappingException.class, () -> counters.insert(new Counter(id, 1, null)));
    String message = refused.getMessage();
    assertTrue(message.contains("(given: id a\\u000ab\\u0000\\ud800😀"), message);
    assertTrue(message.endsWith("…)") && message.length() < 200, message);
  }
}
