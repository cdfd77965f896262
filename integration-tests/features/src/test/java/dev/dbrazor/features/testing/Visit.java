package dev.dbrazor.features.testing;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.CreatedAt;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Seed;
import dev.dbrazor.annotation.UpdatedAt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gets its id and its times from the database; the first one is there from the beginning. */
@Collection("visits")
public record Visit(
    @Id @Nullable UUID id,
    String guest,
    @CreatedAt @Nullable Instant createdAt,
    @UpdatedAt @Nullable Instant updatedAt) {
  @Seed
  static List<Visit> first() {
    return List.of(of("the first"));
  }

  static Visit of(String guest) {
    return new Visit(null, guest, null, null);
  }
}
