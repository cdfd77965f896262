package dev.dbrazor.features.model;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.CreatedAt;
import dev.dbrazor.annotation.Embedded;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.UpdatedAt;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Two embedded records, a nested one with an indexed component, and timestamps. */
@Collection("people")
public record Person(
    @Id @Nullable Long id,
    String name,
    @Embedded Place home,
    @Embedded Place work,
    Address mail,
    @CreatedAt @Nullable Instant createdAt,
    @UpdatedAt @Nullable Instant updatedAt) {
  /** Flattened into columns. */
  public record Place(String street, @Indexed String city, @Nullable Integer floor) {}

  /** JSON with an indexed component. */
  public record Address(String street, @Indexed String city, @Nullable Point point) {}

  /** JSON two levels deep. */
  public record Point(double x, @Indexed double y) {}
}
