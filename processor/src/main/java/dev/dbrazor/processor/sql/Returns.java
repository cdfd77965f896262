package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.Component.Role;
import dev.dbrazor.processor.model.EntityModel;

/** When a write must read back what it stored, because Java cannot know it. */
public final class Returns {
  private Returns() {}

  /** The engine fills in a default or counts; the key it chooses has a statement of its own. */
  public static boolean insert(EntityModel model) {
    return model.sequence().isPresent()
        || Columns.of(model).stored().stream()
            .anyMatch(column -> column.component().defaultSql().isPresent());
  }

  /** The row keeps the time of its creation, and its number, whatever the record says. */
  public static boolean update(EntityModel model) {
    return model.sequence().isPresent()
        || Columns.of(model).stored().stream()
            .anyMatch(column -> column.component().role() == Role.CREATED_AT);
  }

  /** Either of these, or the row's version is counted up, which the record need not know. */
  public static boolean upsert(EntityModel model) {
    return insert(model)
        || update(model)
        || Columns.of(model).stored().stream()
            .anyMatch(column -> column.component().role() == Role.VERSION);
  }
}
