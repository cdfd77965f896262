package dev.dbrazor.query;

import dev.dbrazor.json.KeyCodec;
import dev.dbrazor.mapping.ValueType;
import dev.dbrazor.mapping.ValueTypes;
import java.util.function.Function;

/**
 * The path of a {@code Map} component, stored as a JSON object.
 *
 * @param <R> the record
 * @param <K> the keys' type
 * @param <M> the component's type
 * @param <P> the path of a value
 */
public final class MapPath<R, K, M, P> extends Expression<R, M> implements Settable<R, M> {
  private final Location<R> location;
  private final KeyCodec<K> keys;
  private final Function<Location<R>, P> value;

  /** For generated code. */
  public MapPath(
      Location<R> location, ValueType<M> type, KeyCodec<K> keys, Function<Location<R>, P> value) {
    super(location, type);
    this.location = location;
    this.keys = keys;
    this.value = value;
  }

  /** The value of a key, whatever text the key is; NULL where the map has no such key. */
  public P key(K key) {
    return value.apply(location.key(keys.text(Arguments.notNull(key, "key"))));
  }

  /** The number of entries; NULL for a map that is NULL. */
  public NumberExpression<R, Integer> size() {
    Node map = single();
    return new NumberExpression<>(
        out ->
            out.text("iif(")
                .node(map)
                .text(" IS NULL, NULL, (SELECT count(*) FROM json_each(")
                .node(map)
                .text(")))"),
        ValueTypes.INT,
        name() + ".size()");
  }
}
