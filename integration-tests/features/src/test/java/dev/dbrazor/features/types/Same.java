package dev.dbrazor.features.types;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares records by value where {@code equals} stops at arrays, and sets and maps by their order
 * too.
 */
final class Same {
  private Same() {}

  static void assertSame(Record expected, Record actual) {
    assertEquals(plain(expected), plain(actual));
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Record record) {
      return parts(record);
    }
    if (value instanceof Map<?, ?> map) {
      return plain(new ArrayList<Object>(map.keySet()))
          + "="
          + plain(new ArrayList<>(map.values()));
    }
    if (value instanceof Collection<?> elements) {
      List<@Nullable Object> plain = new ArrayList<>();
      elements.forEach(e -> plain.add(plain(e)));
      return plain;
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent()
          ? List.of("present", String.valueOf(plain(optional.get())))
          : "empty";
    }
    return value != null && value.getClass().isArray() ? elements(value) : value;
  }

  private static List<@Nullable Object> elements(Object array) {
    List<@Nullable Object> elements = new ArrayList<>();
    for (int i = 0; i < Array.getLength(array); i++) {
      elements.add(Array.get(array, i));
    }
    return elements;
  }

  private static List<@Nullable Object> parts(Record record) {
    List<@Nullable Object> parts = new ArrayList<>();
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        component.getAccessor().setAccessible(true);
        parts.add(component.getName());
        parts.add(plain(component.getAccessor().invoke(record)));
      } catch (ReflectiveOperationException impossible) {
        throw new AssertionError(impossible);
      }
    }
    return parts;
  }
}
