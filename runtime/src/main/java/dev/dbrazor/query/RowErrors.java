package dev.dbrazor.query;

import dev.dbrazor.CheckConstraintException;
import dev.dbrazor.ConstraintException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.UniqueConstraintException;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.value.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds to an error what the engine cannot know: the components, the row's place and its id. */
final class RowErrors {
  static final int NO_INDEX = -1;

  private RowErrors() {}

  /** The same kind of error, saying more; other errors than of a row's values as they are. */
  static DbRazorException describe(
      DbRazorException e, Mapping<?, ?> mapping, int index, @Nullable Object id) {
    if (!(e instanceof ConstraintException) && !(e instanceof MappingException)) {
      return e;
    }
    ErrorDetails details = details(e.details(), mapping, id);
    details = details.withMessage(message(e, details) + place(index, details.id()));
    if (e instanceof UniqueConstraintException) {
      return new UniqueConstraintException(details, e);
    }
    if (e instanceof ForeignKeyException) {
      return new ForeignKeyException(details, e);
    }
    if (e instanceof CheckConstraintException) {
      return new CheckConstraintException(details, e);
    }
    if (e instanceof NotNullException) {
      return new NotNullException(details, e);
    }
    return e instanceof MappingException
        ? new MappingException(details, e)
        : new ConstraintException(details, e);
  }

  private static String message(DbRazorException e, ErrorDetails details) {
    return e instanceof UniqueConstraintException && details.component() != null
        ? details.collection() + ": " + details.component() + " is taken by another row already"
        : String.valueOf(e.getMessage());
  }

  private static String place(int index, @Nullable Object id) {
    String ofId = id == null ? "" : "id " + Excerpt.shown(id);
    if (index == NO_INDEX) {
      return ofId.isEmpty() ? "" : " (given: " + ofId + ")";
    }
    return " (given: records[" + index + (ofId.isEmpty() ? "]" : "], " + ofId) + ")";
  }

  private static ErrorDetails details(
      ErrorDetails known, Mapping<?, ?> mapping, @Nullable Object id) {
    String collection = mapping.collection();
    ErrorDetails details = known.id() == null ? known.withId(id) : known;
    if (known.collection() != null && !known.collection().equals(collection)) {
      // A trigger's or a cascade's table.
      return details;
    }
    // What was found before the engine saw it names components; the engine names columns.
    List<String> components =
        known.columns().stream()
            .map(name -> component(unqualified(name, collection), mapping))
            .toList();
    List<String> columns =
        known.columns().stream()
            .map(name -> column(unqualified(name, collection), mapping))
            .toList();
    String component =
        known.component() != null
            ? unqualified(known.component(), collection)
            : components.isEmpty() ? null : String.join(", ", components);
    return details.withCollection(collection).withColumns(columns).withComponent(component);
  }

  private static String unqualified(String name, String collection) {
    return name.startsWith(collection + ".") ? name.substring(collection.length() + 1) : name;
  }

  private static String component(String column, Mapping<?, ?> mapping) {
    int index = mapping.columns().indexOf(column);
    return index < 0 ? column : mapping.components().get(index);
  }

  private static String column(String component, Mapping<?, ?> mapping) {
    int index = mapping.components().indexOf(component);
    return index < 0 ? component : mapping.columns().get(index);
  }
}
