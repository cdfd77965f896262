package dev.dbrazor.query;

import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The finished texts of queries asked before, by the pieces they were made of: a query of a known
 * shape puts no text together, and its text, being the same object, is hashed and compared in no
 * time where prepared statements are looked up. Bounded; shared by all threads.
 */
final class Shapes {
  private static final int MOST = 256;
  private static final int MOST_PIECES = 256;

  private final ConcurrentMap<Shape, String> texts = new ConcurrentHashMap<>();

  String text(String[] pieces, int count) {
    if (count > MOST_PIECES) {
      return join(pieces, count);
    }
    Shape shape = Shape.of(pieces, count);
    String known = texts.get(shape);
    if (known != null) {
      return known;
    }
    if (texts.size() >= MOST) {
      // Begins anew: simpler than an order of use, and a program with more shapes gains little.
      texts.clear();
    }
    String text = join(pieces, count);
    String other = texts.putIfAbsent(Shape.of(Arrays.copyOf(pieces, count), count), text);
    return other == null ? text : other;
  }

  int size() {
    return texts.size();
  }

  static String join(String[] pieces, int count) {
    int length = 0;
    for (int i = 0; i < count; i++) {
      length += pieces[i].length();
    }
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < count; i++) {
      text.append(pieces[i]);
    }
    return text.toString();
  }

  /** Pieces of text, mostly constants, whose hash codes Java keeps. */
  private record Shape(String[] pieces, int count, int hash) {
    static Shape of(String[] pieces, int count) {
      int hash = 0;
      for (int i = 0; i < count; i++) {
        hash = 31 * hash + pieces[i].hashCode();
      }
      return new Shape(pieces, count, hash);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Shape shape
          && Arrays.equals(pieces, 0, count, shape.pieces, 0, shape.count);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return join(pieces, count);
    }
  }
}
