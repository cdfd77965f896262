package dev.dbrazor.json;

import dev.dbrazor.value.ValueException;
import java.util.function.Function;

/** A key written as another one: a wrapper record, or what a converter handles. */
record AdaptedKey<K, S>(KeyCodec<S> codec, Function<K, S> toStored, Function<S, K> fromStored)
    implements KeyCodec<K> {
  @Override
  public String text(K key) {
    S stored = toStored.apply(key);
    if (stored == null) {
      throw ValueException.missing();
    }
    return codec.text(stored);
  }

  @Override
  public K key(String text) {
    return fromStored.apply(codec.key(text));
  }
}
