package dev.dbrazor.mapping;

import dev.dbrazor.json.Json;
import dev.dbrazor.json.JsonCodec;
import dev.dbrazor.value.ValueException;
import org.jspecify.annotations.Nullable;

/**
 * A record, collection or map as JSON text.
 *
 * @param lossless whether every value reads back equal, so that what was given is what is stored
 */
record JsonType<T>(JsonCodec<T> codec, boolean lossless) implements ValueType<T> {
  @Override
  public void bind(Binder to, int parameter, T value) {
    to.text(parameter, Json.text(codec, value));
  }

  @Override
  public T read(ResultRow row, int column) {
    return Json.value(codec, row.text(column));
  }

  @Override
  public @Nullable T stored(@Nullable T value) {
    if (lossless || value == null) {
      return value;
    }
    try {
      return Json.value(codec, Json.text(codec, value));
    } catch (ValueException e) {
      // Binding it says so again, with the column's name.
      return value;
    }
  }

  @Override
  public Object listItem(T value) {
    return Json.text(codec, value);
  }

  @Override
  public String jsonParameter() {
    return "json(?)";
  }
}
