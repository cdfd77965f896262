package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/** Cuts a statement into tokens as SQLite does; whatever is malformed becomes some token. */
final class Lexer {
  private static final List<String> LONG_SYMBOLS =
      List.of("->>", "->", "||", "<<", ">>", "<=", ">=", "<>", "!=", "==");

  private final String sql;
  private int at;

  private Lexer(String sql) {
    this.sql = sql;
  }

  /** All tokens, the last one {@link Kind#END}. */
  static List<Token> tokens(String sql) {
    Lexer lexer = new Lexer(sql);
    List<Token> tokens = new ArrayList<>();
    do {
      tokens.add(lexer.next());
    } while (tokens.get(tokens.size() - 1).kind() != Kind.END);
    return tokens;
  }

  private Token next() {
    skip();
    if (at >= sql.length()) {
      return new Token(Kind.END, "", sql.length(), sql.length());
    }
    int start = at;
    char c = sql.charAt(at);
    if (c == '\'') {
      return quoted(Kind.STRING, '\'');
    } else if (c == '"' || c == '`') {
      return quoted(Kind.QUOTED, c);
    } else if (c == '[') {
      return quoted(Kind.QUOTED, ']');
    } else if ((c == 'x' || c == 'X') && peek(1) == '\'') {
      at++;
      Token text = quoted(Kind.BLOB, '\'');
      return new Token(Kind.BLOB, text.text(), start, at);
    } else if (Character.isDigit(c) || (c == '.' && Character.isDigit(peek(1)))) {
      return number();
    } else if (c == '?' || ((c == ':' || c == '@' || c == '$') && isNamePart(peek(1)))) {
      at++;
      skipName();
      return new Token(Kind.PARAMETER, sql.substring(start, at), start, at);
    } else if (isNamePart(c)) {
      skipName();
      return new Token(Kind.WORD, sql.substring(start, at), start, at);
    }
    return symbol();
  }

  private Token symbol() {
    int start = at;
    for (String symbol : LONG_SYMBOLS) {
      if (sql.startsWith(symbol, at)) {
        at += symbol.length();
        return new Token(Kind.SYMBOL, symbol, start, at);
      }
    }
    at++;
    return new Token(Kind.SYMBOL, sql.substring(start, at), start, at);
  }

  private Token quoted(Kind kind, char end) {
    int start = at;
    StringBuilder text = new StringBuilder();
    at++;
    while (at < sql.length()) {
      char c = sql.charAt(at++);
      if (c == end && (end == ']' || peek(0) != end)) {
        break;
      }
      text.append(c);
      at += c == end ? 1 : 0;
    }
    return new Token(kind, text.toString(), start, at);
  }

  private Token number() {
    int start = at;
    while (at < sql.length() && (isNamePart(sql.charAt(at)) || sql.charAt(at) == '.')) {
      boolean exponent =
          (sql.charAt(at) == 'e' || sql.charAt(at) == 'E')
              && !sql.startsWith("0x", start)
              && (peek(1) == '-' || peek(1) == '+');
      at += exponent ? 2 : 1;
    }
    return new Token(Kind.NUMBER, sql.substring(start, at), start, at);
  }

  private void skip() {
    while (at < sql.length()) {
      if (Character.isWhitespace(sql.charAt(at))) {
        at++;
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        at = end < 0 ? sql.length() : end + 1;
      } else if (sql.startsWith("/*", at)) {
        int end = sql.indexOf("*/", at + 2);
        at = end < 0 ? sql.length() : end + 2;
      } else {
        return;
      }
    }
  }

  private void skipName() {
    while (at < sql.length() && isNamePart(sql.charAt(at))) {
      at++;
    }
  }

  private char peek(int ahead) {
    return at + ahead < sql.length() ? sql.charAt(at + ahead) : 0;
  }

  private static boolean isNamePart(char c) {
    return c == '_' || c == '$' || c > 127 || Character.isLetterOrDigit(c);
  }
}
