package dev.dbrazor.features.joins;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who orders; its id is a BLOB. */
@Collection("buyers")
public record Customer(
    @Id @Nullable UUID id,
    String name,
    @Nullable Integer age,
    Tier tier,
    @Decimal(scale = 2) BigDecimal balance,
    @Nullable Address address,
    List<String> tags) {
  /** An enum. */
  public enum Tier {
    BASIC,
    GOLD
  }

  /** A nested record, which may refer to a customer by a UUID that is text there. */
  public record Address(String city, @Nullable UUID neighbour) {}

  static Customer of(String name, @Nullable Integer age) {
    return new Customer(null, name, age, Tier.BASIC, new BigDecimal("0.00"), null, List.of());
  }

  Customer in(String city) {
    return new Customer(id, name, age, tier, balance, new Address(city, null), tags);
  }

  Customer with(Tier other, String newBalance) {
    return new Customer(id, name, age, other, new BigDecimal(newBalance), address, tags);
  }
}
