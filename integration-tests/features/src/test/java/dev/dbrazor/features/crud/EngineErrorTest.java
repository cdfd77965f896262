package dev.dbrazor.features.crud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
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
}
