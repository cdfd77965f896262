package dev.dbrazor.mapping;

import dev.dbrazor.MigrationException;
import dev.dbrazor.driver.DriverStatement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of one version on its way to the next, behind the generated views. Values are as the engine
 * has them: Long, Double, String, {@code byte[]} or null. Reused for the next row.
 */
public final class VersionRow {
  private final Map<String, Integer> places = new HashMap<>();
  private final @Nullable Object[] values;
  private final OneValue one = new OneValue();
  private final List<String> names;

  /**
   * @param columns their names, lower case counts
   */
  public VersionRow(List<String> columns) {
    names = columns;
    columns.forEach(name -> places.put(name.toLowerCase(Locale.ROOT), places.size()));
    values = new Object[columns.size()];
  }

  /** Takes the values of a statement's row, from a column on. */
  public void take(DriverStatement row, int from) {
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (row.type(from + i)) {
            case INTEGER -> (Object) row.int64(from + i);
            case FLOAT -> row.float64(from + i);
            case TEXT -> row.text(from + i);
            case BLOB -> row.blob(from + i);
            case NULL -> null;
          };
    }
  }

  /** Binds all values in the order of the columns. */
  public void bind(DriverStatement to) {
    for (int i = 0; i < values.length; i++) {
      OneValue.bind(to, i + 1, values[i]);
    }
  }

  /** A column's value; null for NULL. */
  public <V> @Nullable V get(String column, ValueType<V> type) {
    one.set(values[place(column)]);
    return one.value() == null ? null : type.read(new ResultRow(one, List.of(column)), 0);
  }

  /** A column's value where NULL is no value of the component. */
  public <V> V required(String column, ValueType<V> type) {
    V value = get(column, type);
    if (value == null) {
      throw new MigrationException("column " + column + " is NULL, which its component never is");
    }
    return value;
  }

  /** Sets a column's value; null for NULL. */
  public <V> void set(String column, @Nullable V value, ValueType<V> type) {
    one.set(null);
    if (value != null) {
      type.bind(new Binder(one, 0, List.of(column)), 1, value);
    }
    values[place(column)] = one.value();
  }

  private int place(String column) {
    Integer place = places.get(column.toLowerCase(Locale.ROOT));
    if (place == null) {
      throw new MigrationException("there is no column " + column + "; there are " + names);
    }
    return place;
  }
}
