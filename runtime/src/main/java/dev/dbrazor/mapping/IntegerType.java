package dev.dbrazor.mapping;

import dev.dbrazor.value.DecimalForm;
import dev.dbrazor.value.IntegerForm;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A type stored as an INTEGER. A record, because the fields of a constant record are constants to
 * the compiler at run time.
 */
record IntegerType<V>(IntegerForm<V> form) implements ValueType<V> {
  @Override
  public void bind(Binder to, int parameter, V value) {
    to.int64(parameter, form.toInteger(value));
  }

  @Override
  public void bindWhole(Binder to, int parameter, long value) {
    to.int64(
        parameter,
        form instanceof DecimalForm decimal ? decimal.toInteger(BigDecimal.valueOf(value)) : value);
  }

  @Override
  public int scale() {
    return form instanceof DecimalForm decimal ? decimal.scale() : 0;
  }

  @Override
  public V read(ResultRow row, int column) {
    return form.fromInteger(row.int64(column));
  }

  @Override
  public @Nullable V stored(@Nullable V value) {
    return value == null ? null : form.stored(value);
  }

  @Override
  public Object listItem(V value) {
    return form.toInteger(value);
  }

  @Override
  public ValueType<V> inJson() {
    return DocumentType.integer(this);
  }
}
