package dev.dbrazor.features.environment;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Decimal;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** What upper case, digits and encodings could change. */
@Collection("cards")
record Card(
    @Id long id,
    String title,
    Suit suit,
    double weight,
    @Decimal(scale = 2) BigDecimal price,
    Instant at,
    LocalDateTime local,
    Inner inner,
    List<String> list) {
  /** Names with an i, which Turkish upper case changes. */
  enum Suit {
    DIAMONDS,
    TITIII,
    İıI
  }

  /** JSON with an index. */
  record Inner(@Indexed String indexI, double ratio) {}
}
