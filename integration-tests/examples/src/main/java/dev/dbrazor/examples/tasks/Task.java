package dev.dbrazor.examples.tasks;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.CreatedAt;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.UpdatedAt;
import dev.dbrazor.annotation.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something to do. */
@Collection("tasks")
public record Task(
    @Id long id,
    String title,
    @Indexed State state,
    @CreatedAt @Nullable Instant createdAt,
    @UpdatedAt @Nullable Instant updatedAt,
    @Version int version) {
  static Task open(String title) {
    return new Task(0, title, State.OPEN, null, null, 0);
  }
}
