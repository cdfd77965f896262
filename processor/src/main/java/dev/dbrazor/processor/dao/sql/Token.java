package dev.dbrazor.processor.dao.sql;

/**
 * One word of a statement.
 *
 * @param text as written; of a quoted name, the name
 * @param start index of its first character in the statement
 * @param end index behind its last character
 */
record Token(Kind kind, String text, int start, int end) {
  /** What a token is. */
  enum Kind {
    WORD,
    QUOTED,
    STRING,
    NUMBER,
    BLOB,
    PARAMETER,
    SYMBOL,
    END
  }

  boolean is(String wordOrSymbol) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(wordOrSymbol);
  }

  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED;
  }
}
