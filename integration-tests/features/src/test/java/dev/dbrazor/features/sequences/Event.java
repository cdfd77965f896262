package dev.dbrazor.features.sequences;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Sequence;
import dev.dbrazor.annotation.Unique;
import dev.dbrazor.annotation.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of a stream. */
@Collection("events")
public record Event(
    @Id @Nullable UUID id,
    @Sequence(by = "stream") int number,
    String text,
    @Unique @Nullable String key,
    String stream,
    @Version int version) {
  static Event of(String stream, String text) {
    return new Event(null, 0, text, null, stream, 0);
  }

  Event withText(String other) {
    return new Event(id, number, other, key, stream, version);
  }

  Event withKey(String other) {
    return new Event(id, number, text, other, stream, version);
  }

  Event movedTo(String other, int place) {
    return new Event(id, place, text, key, other, version);
  }
}
