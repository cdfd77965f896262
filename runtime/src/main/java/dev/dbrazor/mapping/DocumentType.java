package dev.dbrazor.mapping;

import dev.dbrazor.driver.ColumnType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A type as it stands inside a JSON document. A column's STRICT type lets nothing else in; a
 * document can hold anything, which SQLite would convert in silence: 1.5 read as an integer is 1.
 *
 * @param kinds what SQL must make of the value when it reads it
 */
record DocumentType<V>(ValueType<V> type, Set<ColumnType> kinds) implements ValueType<V> {
  static <V> ValueType<V> integer(ValueType<V> type) {
    return new DocumentType<>(type, Set.of(ColumnType.INTEGER));
  }

  static <V> ValueType<V> number(ValueType<V> type) {
    return new DocumentType<>(type, Set.of(ColumnType.INTEGER, ColumnType.FLOAT));
  }

  static <V> ValueType<V> text(ValueType<V> type) {
    return new DocumentType<>(type, Set.of(ColumnType.TEXT));
  }

  @Override
  public void bind(Binder to, int parameter, V value) {
    type.bind(to, parameter, value);
  }

  @Override
  public void bindWhole(Binder to, int parameter, long value) {
    type.bindWhole(to, parameter, value);
  }

  @Override
  public V read(ResultRow row, int column) {
    row.require(column, kinds);
    return type.read(row, column);
  }

  @Override
  public @Nullable V stored(@Nullable V value) {
    return type.stored(value);
  }

  @Override
  public Object listItem(V value) {
    return type.listItem(value);
  }

  @Override
  public String listItemSql() {
    return type.listItemSql();
  }

  @Override
  public String jsonParameter() {
    return type.jsonParameter();
  }
}
