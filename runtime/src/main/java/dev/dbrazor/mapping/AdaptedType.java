package dev.dbrazor.mapping;

import dev.dbrazor.value.ValueException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A type stored as another one: a wrapper record, or what a converter handles.
 *
 * @param <V> the Java type
 * @param <S> what is stored
 * @param lossless whether {@code fromStored} gives back what {@code toStored} was given
 */
record AdaptedType<V, S>(
    Function<V, S> toStored, Function<S, V> fromStored, ValueType<S> type, boolean lossless)
    implements ValueType<V> {
  @Override
  public void bind(Binder to, int parameter, V value) {
    type.bind(to, parameter, inner(value));
  }

  @Override
  public int scale() {
    return type.scale();
  }

  @Override
  public V read(ResultRow row, int column) {
    return outer(type.read(row, column));
  }

  @Override
  public @Nullable V stored(@Nullable V value) {
    S inner = value == null ? null : toStored.apply(value);
    if (inner == null) {
      return value;
    }
    S stored = type.stored(inner);
    return stored == null || lossless && stored == inner ? value : outer(stored);
  }

  @Override
  public Object listItem(V value) {
    return type.listItem(inner(value));
  }

  @Override
  public String listItemSql() {
    return type.listItemSql();
  }

  @Override
  public ValueType<V> inJson() {
    ValueType<S> inJson = type.inJson();
    return inJson == type ? this : new AdaptedType<>(toStored, fromStored, inJson, lossless);
  }

  @Override
  public String jsonParameter() {
    return type.jsonParameter();
  }

  private S inner(V value) {
    S inner = toStored.apply(value);
    if (inner == null) {
      throw ValueException.missing();
    }
    return inner;
  }

  private V outer(S stored) {
    V value = fromStored.apply(stored);
    if (value == null) {
      throw new ValueException("the converter made null of a stored value");
    }
    return value;
  }
}
