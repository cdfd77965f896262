package dev.dbrazor.features.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.dbrazor.Database;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The interface of own SQL does what the page says. */
class OwnSqlPageTest {
  private static Customer customer(String name, String balance) {
    return new Customer(
        UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        name + "@example.com",
        30,
        null,
        new Address("Via 1", "Rome", null),
        List.of(),
        Tier.values()[0],
        new BigDecimal(balance),
        Instant.EPOCH,
        0,
        null);
  }

  @Test
  void theStatementsOfThePageRun() {
    try (Database db = Database.inMemory()) {
      Reports reports = new ReportsImpl(db);
      assertEquals(List.of(), reports.cities(18));
      CustomerDao customers = new CustomerDao(db);
      customers.insertAll(List.of(customer("Ada", "10.00"), customer("Bob", "20.00")));
      assertEquals(List.of(new CityCount("Rome", 2)), reports.cities(18));
      assertEquals(1, reports.promote(Tier.GOLD, new BigDecimal("15")));
    }
  }
}
