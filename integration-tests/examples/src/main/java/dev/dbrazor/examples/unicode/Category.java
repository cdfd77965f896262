package dev.dbrazor.examples.unicode;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Unicode's general category, each with the number {@link Character#getType(int)} gives it. */
public enum Category {
  UNASSIGNED(Character.UNASSIGNED),
  UPPERCASE_LETTER(Character.UPPERCASE_LETTER),
  LOWERCASE_LETTER(Character.LOWERCASE_LETTER),
  TITLECASE_LETTER(Character.TITLECASE_LETTER),
  MODIFIER_LETTER(Character.MODIFIER_LETTER),
  OTHER_LETTER(Character.OTHER_LETTER),
  NON_SPACING_MARK(Character.NON_SPACING_MARK),
  ENCLOSING_MARK(Character.ENCLOSING_MARK),
  COMBINING_SPACING_MARK(Character.COMBINING_SPACING_MARK),
  DECIMAL_DIGIT_NUMBER(Character.DECIMAL_DIGIT_NUMBER),
  LETTER_NUMBER(Character.LETTER_NUMBER),
  OTHER_NUMBER(Character.OTHER_NUMBER),
  SPACE_SEPARATOR(Character.SPACE_SEPARATOR),
  LINE_SEPARATOR(Character.LINE_SEPARATOR),
  PARAGRAPH_SEPARATOR(Character.PARAGRAPH_SEPARATOR),
  CONTROL(Character.CONTROL),
  FORMAT(Character.FORMAT),
  PRIVATE_USE(Character.PRIVATE_USE),
  SURROGATE(Character.SURROGATE),
  DASH_PUNCTUATION(Character.DASH_PUNCTUATION),
  START_PUNCTUATION(Character.START_PUNCTUATION),
  END_PUNCTUATION(Character.END_PUNCTUATION),
  CONNECTOR_PUNCTUATION(Character.CONNECTOR_PUNCTUATION),
  OTHER_PUNCTUATION(Character.OTHER_PUNCTUATION),
  MATH_SYMBOL(Character.MATH_SYMBOL),
  CURRENCY_SYMBOL(Character.CURRENCY_SYMBOL),
  MODIFIER_SYMBOL(Character.MODIFIER_SYMBOL),
  OTHER_SYMBOL(Character.OTHER_SYMBOL),
  INITIAL_QUOTE_PUNCTUATION(Character.INITIAL_QUOTE_PUNCTUATION),
  FINAL_QUOTE_PUNCTUATION(Character.FINAL_QUOTE_PUNCTUATION);

  static final Set<Category> LETTERS =
      Collections.unmodifiableSet(EnumSet.range(UPPERCASE_LETTER, OTHER_LETTER));

  private static final Category[] BY_TYPE = new Category[Character.FINAL_QUOTE_PUNCTUATION + 1];

  static {
    for (Category category : values()) {
      BY_TYPE[category.type] = category;
    }
  }

  private final int type;

  Category(int type) {
    this.type = type;
  }

  static Category of(int scalar) {
    return BY_TYPE[Character.getType(scalar)];
  }

  /**
   * False for what is reserved rather than a character: unassigned, private use, halves of pairs.
   */
  boolean isCharacter() {
    return this != UNASSIGNED && this != PRIVATE_USE && this != SURROGATE;
  }
}
