package dev.dbrazor.features.crud;

import dev.dbrazor.features.storage.EveryStorage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** A DAO of customers on every storage. */
abstract class CustomerTest extends EveryStorage {
  CustomerDao customers;

  @BeforeEach
  void makeDao() {
    customers = new CustomerDao(db);
  }

  static List<Customer> many(int count) {
    return IntStream.range(0, count).mapToObj(i -> Customer.of("c" + i)).toList();
  }

  static List<String> names(List<Customer> records) {
    return records.stream().map(Customer::name).toList();
  }
}
