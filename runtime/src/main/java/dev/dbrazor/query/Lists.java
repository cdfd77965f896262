package dev.dbrazor.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Argument lists that must not be empty. */
final class Lists {
  private Lists() {}

  static <T> List<T> of(T first, T[] more) {
    List<T> all = new ArrayList<>(1 + more.length);
    all.add(first);
    all.addAll(Arrays.asList(more));
    return all;
  }
}
