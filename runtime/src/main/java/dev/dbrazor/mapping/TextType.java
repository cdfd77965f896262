package dev.dbrazor.mapping;

import dev.dbrazor.value.TextForm;
import org.jspecify.annotations.Nullable;

/**
 * A type stored as TEXT. A record, because the fields of a constant record are constants to the
 * compiler at run time.
 */
record TextType<V>(TextForm<V> form) implements ValueType<V> {
  @Override
  public void bind(Binder to, int parameter, V value) {
    to.text(parameter, form.toText(value));
  }

  @Override
  public V read(ResultRow row, int column) {
    return form.fromText(row.text(column));
  }

  @Override
  public @Nullable V stored(@Nullable V value) {
    return value == null ? null : form.stored(value);
  }

  @Override
  public Object listItem(V value) {
    return form.toText(value);
  }

  @Override
  public ValueType<V> inJson() {
    return DocumentType.text(this);
  }
}
