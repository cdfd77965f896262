package dev.dbrazor.examples.unicode;

import dev.dbrazor.annotation.Collection;
import dev.dbrazor.annotation.Id;
import dev.dbrazor.annotation.Indexed;
import dev.dbrazor.annotation.References;
import dev.dbrazor.annotation.Unique;
import dev.dbrazor.annotation.Version;
import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One assigned character of Unicode.
 *
 * @param notation how people write it: {@code U+03B1}
 * @param scalar the code point as a number, which is also the order of the catalogue
 * @param casing null for a character without case
 * @param number null where the character has no whole numeric value
 * @param words the parts of the name
 * @param utf8 its bytes in UTF-8, each 0 to 255
 */
@Collection("code_points")
public record CodePoint(
    @Id String notation,
    @Indexed int scalar,
    @Unique String name,
    @References(Block.class) String block,
    @Indexed UnicodeScript script,
    Category category,
    @Nullable Casing casing,
    @Nullable Integer number,
    List<String> words,
    List<Integer> utf8,
    boolean favourite,
    @Version int version) {

  /** The {@code U+} notation of a code point: at least four hexadecimal digits. */
  static String notation(int scalar) {
    return "U+%04X".formatted(scalar);
  }
}
