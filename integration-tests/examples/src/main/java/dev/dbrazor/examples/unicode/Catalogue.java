package dev.dbrazor.examples.unicode;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The characters the running JDK knows, within a range of code points.
 *
 * @param first the first code point
 * @param last the last one, inclusive
 */
record Catalogue(int first, int last) {

  static Catalogue everything() {
    return new Catalogue(Character.MIN_CODE_POINT, Character.MAX_CODE_POINT);
  }

  IntStream scalars() {
    return IntStream.rangeClosed(first, last).filter(scalar -> Category.of(scalar).isCharacter());
  }

  /** All blocks, also those outside of this range. */
  static List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    int first = Character.MIN_CODE_POINT;
    while (first <= Character.MAX_CODE_POINT) {
      UnicodeBlock block = UnicodeBlock.of(first);
      int next = first + 1;
      while (next <= Character.MAX_CODE_POINT && UnicodeBlock.of(next) == block) {
        next++;
      }
      if (block != null) {
        blocks.add(new Block(block.toString(), first >>> 16, new Extent(first, next - 1)));
      }
      first = next;
    }
    return blocks;
  }

  List<CodePoint> codePoints() {
    return scalars().mapToObj(Catalogue::codePoint).toList();
  }

  static CodePoint codePoint(int scalar) {
    String name = Character.getName(scalar);
    return new CodePoint(
        CodePoint.notation(scalar),
        scalar,
        name,
        UnicodeBlock.of(scalar).toString(),
        UnicodeScript.of(scalar),
        Category.of(scalar),
        casing(scalar),
        number(scalar),
        List.of(name.split("[ -]+")),
        utf8(scalar),
        false,
        0);
  }

  private static @Nullable Casing casing(int scalar) {
    String self = Character.toString(scalar);
    String upper = unlessSame(self.toUpperCase(Locale.ROOT), self);
    String lower = unlessSame(self.toLowerCase(Locale.ROOT), self);
    String title = unlessSame(Character.toString(Character.toTitleCase(scalar)), self);
    return upper == null && lower == null && title == null ? null : new Casing(upper, lower, title);
  }

  private static @Nullable String unlessSame(String mapped, String self) {
    return mapped.equals(self) ? null : mapped;
  }

  /**
   * Java says -1 for no value and -2 for a fraction; Latin letters count as digits of base 36 and
   * are left out.
   */
  private static @Nullable Integer number(int scalar) {
    int value = Character.getNumericValue(scalar);
    return value < 0 || Character.isLetter(scalar) && Category.of(scalar) != Category.LETTER_NUMBER
        ? null
        : value;
  }

  private static List<Integer> utf8(int scalar) {
    List<Integer> bytes = new ArrayList<>(4);
    for (byte part : Character.toString(scalar).getBytes(StandardCharsets.UTF_8)) {
      bytes.add(Byte.toUnsignedInt(part));
    }
    return bytes;
  }
}
