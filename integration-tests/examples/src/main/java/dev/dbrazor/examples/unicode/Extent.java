package dev.dbrazor.examples.unicode;

import dev.dbrazor.annotation.Indexed;

/**
 * A range of code points.
 *
 * @param last inclusive
 */
public record Extent(@Indexed int first, int last) {
  int size() {
    return last - first + 1;
  }

  @Override
  public String toString() {
    return CodePoint.notation(first) + " to " + CodePoint.notation(last);
  }
}
