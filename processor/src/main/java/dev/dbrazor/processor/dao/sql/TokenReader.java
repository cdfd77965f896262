package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Token.Kind;
import java.util.List;

/** Reads tokens one after the other. */
final class TokenReader {
  private final List<Token> tokens;
  private int at;

  TokenReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  /** Index behind the last token that was read. */
  int end() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  boolean isNext(String... words) {
    for (String word : words) {
      if (peek().is(word)) {
        return true;
      }
    }
    return false;
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /** Reads the words if all of them come next. */
  boolean skip(String... words) {
    for (int i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    for (int i = 0; i < words.length; i++) {
      next();
    }
    return true;
  }

  void require(String word) {
    if (!skip(word)) {
      throw new UnknownSyntaxException(word + " expected, not " + peek().text());
    }
  }

  /** A name, quoted or not. */
  String name() {
    if (!peek().isName() && peek().kind() != Kind.STRING) {
      throw new UnknownSyntaxException("a name expected, not " + peek().text());
    }
    return next().text();
  }

  /** Skips to behind the parenthesis that closes the one just read. */
  void skipParentheses() {
    int open = 1;
    while (open > 0) {
      Token token = next();
      if (token.kind() == Kind.END) {
        throw new UnknownSyntaxException("a parenthesis is not closed");
      }
      open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
    }
  }
}
