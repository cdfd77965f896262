package dev.dbrazor.json;

import dev.dbrazor.value.IntegerForm;
import dev.dbrazor.value.ValueException;

/** A key that is a number: its decimal digits. */
record IntegerKey<K>(IntegerForm<K> form) implements KeyCodec<K> {
  @Override
  public String text(K key) {
    return Long.toString(form.toInteger(key));
  }

  @Override
  public K key(String text) {
    try {
      long number = Long.parseLong(text);
      if (Long.toString(number).equals(text)) {
        return form.fromInteger(number);
      }
    } catch (NumberFormatException e) {
      throw new ValueException("a key that is an integer expected");
    }
    throw new ValueException("a key that is an integer without leading zeros expected");
  }
}
