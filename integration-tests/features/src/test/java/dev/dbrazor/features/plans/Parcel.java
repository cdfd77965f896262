package dev.dbrazor.features.plans;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.Unique;

/** What is sent: one component with an index, one without. */
@Collection("parcels")
public record Parcel(@Id long id, @Unique String code, @Indexed String city, int weight) {
  static Parcel of(String code, String city, int weight) {
    return new Parcel(0, code, city, weight);
  }
}
