package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.ScalarKind;
import dev.dbrazor.processor.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * SQLite: STRICT tables, an explicit integer key in each, JSON through {@code json_extract} and
 * {@code json_each}.
 */
public final class SqliteDialect implements Dialect {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  @Override
  public String identifier(String name) {
    boolean plain =
        PLAIN.matcher(name).matches()
            && !SqliteKeywords.ALL.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : '"' + name.replace("\"", "\"\"") + '"';
  }

  @Override
  public String columnType(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.kind().columnType();
    } else if (value instanceof Value.ScaledDecimal) {
      return "INTEGER";
    } else if (value instanceof Value.Vector) {
      return "BLOB";
    } else if (value instanceof Value.Wrapper wrapper) {
      return columnType(wrapper.wrapped());
    } else if (value instanceof Value.Converted converted) {
      return columnType(converted.stored());
    }
    return "TEXT"; // enums by name; the rest is JSON
  }

  @Override
  public String columnTypeInJson(Value value) {
    String type = columnType(value);
    return type.equals("BLOB")
        ? "TEXT"
        : type; // JSON has no bytes: UUIDs and base64 are text there
  }

  @Override
  public String jsonValue(String column, List<String> keys) {
    StringBuilder path = new StringBuilder("$");
    for (String key : keys) {
      path.append('.').append(PLAIN.matcher(key).matches() ? key : '"' + key + '"');
    }
    return "json_extract(" + identifier(column) + ", '" + path + "')";
  }

  @Override
  public String integerKey() {
    return "INTEGER PRIMARY KEY";
  }

  @Override
  public Optional<String> hiddenKey() {
    return Optional.of("_row INTEGER PRIMARY KEY");
  }

  @Override
  public String tableOptions() {
    return "STRICT";
  }

  @Override
  public String listItems(List<Value> id) {
    if (id.size() == 1) {
      return "SELECT " + listItem("value", id.get(0)) + " FROM json_each(?)";
    }
    List<String> items = new ArrayList<>();
    for (int i = 0; i < id.size(); i++) {
      items.add(listItem("json_extract(value, '$[" + i + "]')", id.get(i)));
    }
    return "SELECT " + String.join(", ", items) + " FROM json_each(?)";
  }

  /** Blobs travel through JSON as hexadecimal text. */
  private String listItem(String item, Value value) {
    return columnType(value).equals(ScalarKind.BYTES.columnType()) ? "unhex(" + item + ")" : item;
  }
}
