package dev.dbrazor.json;

import dev.dbrazor.value.TextForm;

/** A key that is text. */
record FormKey<K>(TextForm<K> form) implements KeyCodec<K> {
  @Override
  public String text(K key) {
    return form.toText(key);
  }

  @Override
  public K key(String text) {
    return form.fromText(text);
  }
}
