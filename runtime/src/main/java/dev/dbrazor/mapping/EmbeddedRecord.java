package dev.dbrazor.mapping;

import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.NotNullException;
import org.jspecify.annotations.Nullable;

/** The check generated code makes of {@code @Embedded} components, which have no NULL. */
public final class EmbeddedRecord {
  private EmbeddedRecord() {}

  /**
   * Refuses a null.
   *
   * @param component its path from the collection's record: {@code home.place}
   * @throws NotNullException naming the component
   */
  public static void requirePresent(
      @Nullable Record embedded, String collection, String component) {
    if (embedded == null) {
      throw new NotNullException(
          ErrorDetails.of(
                  ErrorCode.NOT_NULL,
                  component + " must not be null: an @Embedded record has columns of its own")
              .withCollection(collection)
              .withComponent(component),
          null);
    }
  }
}
