package dev.dbrazor.features.transactions;

import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/** Two collections on every storage. */
abstract class TransactionTest extends EveryStorage {
  AccountDao accounts;
  EntryDao entries;

  @BeforeEach
  void makeDaos() {
    accounts = new AccountDao(db);
    entries = new EntryDao(db);
  }

  void add(String id) {
    accounts.insert(new Account(id, 1));
  }

  List<String> ids() {
    return accounts.query().orderBy(Account_.id.asc()).toList().stream().map(Account::id).toList();
  }
}
