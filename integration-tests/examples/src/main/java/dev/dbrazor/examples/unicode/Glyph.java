package dev.dbrazor.examples.unicode;

import java.util.BitSet;

/** How a character is shown in a table, and how many columns of a terminal a text takes. */
final class Glyph {
  private static final String DOTTED_CIRCLE = "\u25CC";
  private static final String LEFT_TO_RIGHT_MARK = "\u200E";
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE = 0x7F;
  private static final int DELETE_PICTURE = 0x2421;

  /** Code points that terminals draw two columns wide: Wide and Fullwidth of UAX #11. */
  private static final BitSet WIDE =
      ranges(
          """
          1100-115F 231A-231B 2329-232A 23E9-23EC 23F0 23F3 25FD-25FE 2614-2615 2648-2653 267F
          2693 26A1 26AA-26AB 26BD-26BE 26C4-26C5 26CE 26D4 26EA 26F2-26F3 26F5 26FA 26FD 2705
          270A-270B 2728 274C 274E 2753-2755 2757 2795-2797 27B0 27BF 2B1B-2B1C 2B50 2B55
          2E80-303E 3041-3247 3250-4DBF 4E00-A4C6 A960-A97C AC00-D7A3 F900-FAD9 FE10-FE6B
          FF01-FF60 FFE0-FFE6 16FE0-1B2FB 1F004 1F0CF 1F18E 1F191-1F19A 1F200-1F320
          1F32D-1F335 1F337-1F37C 1F37E-1F393 1F3A0-1F3CA 1F3CF-1F3D3 1F3E0-1F3F0 1F3F4
          1F3F8-1F43E 1F440 1F442-1F4FC 1F4FF-1F53D 1F54B-1F54E 1F550-1F567 1F57A 1F595-1F596
          1F5A4 1F5FB-1F64F 1F680-1F6C5 1F6CC 1F6D0-1F6D2 1F6D5-1F6DF 1F6EB-1F6EC 1F6F4-1F6FC
          1F7E0-1F7F0 1F90C-1F93A 1F93C-1F945 1F947-1F9FF 1FA70-1FAF6 20000-3FFFD
          """);

  private Glyph() {}

  /**
   * The character itself where it can stand alone; a picture, a carrier or a space where it cannot.
   */
  static String of(int scalar) {
    String self = Character.toString(scalar);
    return switch (Category.of(scalar)) {
      case CONTROL -> control(scalar);
      case NON_SPACING_MARK, ENCLOSING_MARK, COMBINING_SPACING_MARK -> DOTTED_CIRCLE + self;
      case FORMAT, LINE_SEPARATOR, PARAGRAPH_SEPARATOR -> " ";
      default -> isRightToLeft(scalar) ? self + LEFT_TO_RIGHT_MARK : self;
    };
  }

  private static String control(int scalar) {
    if (scalar == DELETE) {
      return Character.toString(DELETE_PICTURE);
    }
    return scalar < ' ' ? Character.toString(CONTROL_PICTURES + scalar) : " ";
  }

  private static boolean isRightToLeft(int scalar) {
    byte direction = Character.getDirectionality(scalar);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** Columns of a terminal. */
  static int width(String text) {
    return text.codePoints().map(Glyph::width).sum();
  }

  private static int width(int scalar) {
    return switch (Category.of(scalar)) {
      case NON_SPACING_MARK, ENCLOSING_MARK, FORMAT, CONTROL -> 0;
      default -> WIDE.get(scalar) ? 2 : 1;
    };
  }

  private static BitSet ranges(String text) {
    BitSet set = new BitSet();
    for (String range : text.strip().split("\\s+")) {
      String[] ends = range.split("-");
      set.set(Integer.parseInt(ends[0], 16), Integer.parseInt(ends[ends.length - 1], 16) + 1);
    }
    return set;
  }
}
