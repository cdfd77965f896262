package dev.dbrazor.features.joins;

import dev.dbrazor.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty shop in a file for each test. */
abstract class Shop {
  @TempDir Path directory;
  Database db;
  CustomerDao customers;
  OrderDao orders;
  OrderLineDao lines;
  EmployeeDao employees;

  @BeforeEach
  void open() {
    db = Database.open(directory.resolve("shop.db"));
    customers = new CustomerDao(db);
    orders = new OrderDao(db);
    lines = new OrderLineDao(db);
    employees = new EmployeeDao(db);
  }

  @AfterEach
  void close() {
    db.close();
  }
}
