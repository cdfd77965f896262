package dev.dbrazor.value;

import java.util.HashMap;
import java.util.Map;

/** An enum by the names of its constants. */
public final class EnumForm<E extends Enum<E>> implements TextForm<E> {
  private final Map<String, E> constants = new HashMap<>();

  public EnumForm(E[] values) {
    for (E value : values) {
      constants.put(value.name(), value);
    }
  }

  @Override
  public String toText(E value) {
    return value.name();
  }

  @Override
  public E fromText(String text) {
    E constant = constants.get(text);
    if (constant == null) {
      throw new ValueException("no constant " + text + " in " + constants.keySet());
    }
    return constant;
  }
}
