package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Parses expressions by the strength of their operators.
 *
 * <pre>
 * OR  AND  NOT  = IS IN LIKE BETWEEN  &lt; &gt;  &amp; | &lt;&lt; &gt;&gt;  + -  * / %  || -&gt;  unary
 * 1   2    3    4                     5    6            7    8      9      10
 * </pre>
 */
final class ExpressionParser {
  private static final Map<String, Integer> STRENGTHS =
      Map.ofEntries(
          Map.entry("OR", 1),
          Map.entry("AND", 2),
          Map.entry("=", 4),
          Map.entry("==", 4),
          Map.entry("<>", 4),
          Map.entry("!=", 4),
          Map.entry("LIKE", 4),
          Map.entry("GLOB", 4),
          Map.entry("MATCH", 4),
          Map.entry("REGEXP", 4),
          Map.entry("<", 5),
          Map.entry("<=", 5),
          Map.entry(">", 5),
          Map.entry(">=", 5),
          Map.entry("&", 6),
          Map.entry("|", 6),
          Map.entry("<<", 6),
          Map.entry(">>", 6),
          Map.entry("+", 7),
          Map.entry("-", 7),
          Map.entry("*", 8),
          Map.entry("/", 8),
          Map.entry("%", 8),
          Map.entry("||", 9),
          Map.entry("->", 9),
          Map.entry("->>", 9));

  private static final int NOT = 3;
  private static final int EQUALITY = 4;
  private static final int UNARY = 10;
  private static final Set<String> WORD_LITERALS =
      Set.of("CURRENT_DATE", "CURRENT_TIME", "CURRENT_TIMESTAMP");

  private final TokenReader tokens;
  private final SelectParser queries;

  ExpressionParser(TokenReader tokens, SelectParser queries) {
    this.tokens = tokens;
    this.queries = queries;
  }

  Expr expression() {
    return expression(0);
  }

  List<Expr> list() {
    List<Expr> list = new ArrayList<>();
    do {
      list.add(expression());
    } while (tokens.skip(","));
    return list;
  }

  private Expr expression(int weakest) {
    Expr left = prefix();
    while (true) {
      String operator = tokens.peek().text().toUpperCase(Locale.ROOT);
      Integer strength = operatorStrength(operator);
      if (strength != null && strength > weakest) {
        tokens.next();
        Expr right = expression(strength);
        if (tokens.skip("ESCAPE")) {
          expression(UNARY);
        }
        left = new Expr.Binary(operator, left, right);
      } else if (weakest < EQUALITY && tokens.isNext("IS", "ISNULL", "NOTNULL", "NOT")) {
        left = nullTestOrNegation(left);
      } else if (weakest < EQUALITY && tokens.isNext("IN", "BETWEEN")) {
        left = inOrBetween(left, false);
      } else if (tokens.skip("COLLATE")) {
        tokens.name();
      } else {
        return left;
      }
    }
  }

  private @Nullable Integer operatorStrength(String operator) {
    Kind kind = tokens.peek().kind();
    return kind == Kind.WORD || kind == Kind.SYMBOL ? STRENGTHS.get(operator) : null;
  }

  private Expr nullTestOrNegation(Expr left) {
    if (tokens.skip("ISNULL") || tokens.skip("IS", "NULL")) {
      return new Expr.Unary("ISNULL", left);
    } else if (tokens.skip("NOTNULL")
        || tokens.skip("IS", "NOT", "NULL")
        || tokens.skip("NOT", "NULL")) {
      return new Expr.Unary("NOTNULL", left);
    } else if (tokens.skip("IS")) {
      tokens.skip("NOT");
      tokens.skip("DISTINCT", "FROM");
      return new Expr.Binary("IS", left, expression(EQUALITY));
    }
    tokens.require("NOT");
    if (tokens.isNext("IN", "BETWEEN")) {
      return inOrBetween(left, true);
    }
    Token operator = tokens.next();
    if (!operator.is("LIKE")
        && !operator.is("GLOB")
        && !operator.is("REGEXP")
        && !operator.is("MATCH")) {
      throw new UnknownSyntaxException("unexpected NOT " + operator.text());
    }
    Expr right = expression(EQUALITY);
    if (tokens.skip("ESCAPE")) {
      expression(UNARY);
    }
    return new Expr.Binary("LIKE", left, right);
  }

  private Expr inOrBetween(Expr value, boolean negated) {
    if (tokens.skip("BETWEEN")) {
      Expr low = expression(EQUALITY);
      tokens.require("AND");
      return new Expr.Between(value, low, expression(EQUALITY), negated);
    }
    tokens.require("IN");
    if (!tokens.skip("(")) {
      Select all = queries.all(queries.sources().qualified());
      if (tokens.isNext("(")) {
        throw new UnknownSyntaxException("IN of a function in FROM");
      }
      return new Expr.In(value, negated, List.of(), Optional.of(all));
    }
    if (queries.isNext()) {
      Select query = queries.select();
      tokens.require(")");
      return new Expr.In(value, negated, List.of(), Optional.of(query));
    }
    List<Expr> items = tokens.isNext(")") ? List.of() : list();
    tokens.require(")");
    return new Expr.In(value, negated, items, Optional.empty());
  }

  private Expr prefix() {
    if (tokens.isNext("NOT")) {
      tokens.next();
      if (tokens.isNext("EXISTS")) {
        return new Expr.Unary("NOT", prefix());
      }
      return new Expr.Unary("NOT", expression(NOT));
    } else if (tokens.isNext("-", "+", "~")) {
      String operator = tokens.next().text();
      return new Expr.Unary(operator, expression(UNARY));
    } else if (tokens.skip("(")) {
      return parenthesis();
    } else if (tokens.skip("EXISTS")) {
      tokens.require("(");
      Select query = queries.select();
      tokens.require(")");
      return new Expr.Exists(query);
    } else if (tokens.skip("CASE")) {
      return caseOf();
    } else if (tokens.isNext("CAST") && tokens.peek(1).is("(")) {
      return cast();
    }
    return primary();
  }

  private Expr parenthesis() {
    if (queries.isNext()) {
      Select query = queries.select();
      tokens.require(")");
      return new Expr.Subquery(query);
    }
    List<Expr> items = list();
    tokens.require(")");
    return items.size() == 1 ? items.get(0) : new Expr.Row(items);
  }

  private Expr caseOf() {
    Optional<Expr> base = tokens.isNext("WHEN") ? Optional.empty() : Optional.of(expression());
    List<Expr> conditions = new ArrayList<>();
    List<Expr> results = new ArrayList<>();
    while (tokens.skip("WHEN")) {
      conditions.add(expression());
      tokens.require("THEN");
      results.add(expression());
    }
    Optional<Expr> otherwise = tokens.skip("ELSE") ? Optional.of(expression()) : Optional.empty();
    tokens.require("END");
    return new Expr.Case(base, conditions, results, otherwise);
  }

  private Expr cast() {
    tokens.next();
    tokens.require("(");
    Expr operand = expression();
    tokens.require("AS");
    StringBuilder type = new StringBuilder();
    while (!tokens.isNext(")")) {
      type.append(tokens.next().text());
      if (tokens.peek().kind() == Kind.END || tokens.isNext("(")) {
        throw new UnknownSyntaxException("a cast's type");
      }
    }
    tokens.require(")");
    return new Expr.Cast(operand, type.toString().toUpperCase(Locale.ROOT));
  }

  private Expr primary() {
    Token token = tokens.next();
    switch (token.kind()) {
      case NUMBER -> {
        boolean hex = token.text().startsWith("0x") || token.text().startsWith("0X");
        boolean real = !hex && token.text().matches(".*[.eE].*");
        return new Expr.Literal(real ? Storage.REAL : Storage.INTEGER, false);
      }
      case STRING -> {
        return new Expr.Literal(Storage.TEXT, false);
      }
      case BLOB -> {
        return new Expr.Literal(Storage.BLOB, false);
      }
      case PARAMETER -> {
        return new Expr.Parameter(token.text(), token.start(), token.end());
      }
      case WORD, QUOTED -> {
        return named(token);
      }
      default -> throw new UnknownSyntaxException("unexpected " + token.text());
    }
  }

  private Expr named(Token token) {
    if (token.kind() == Kind.WORD) {
      String word = token.text().toUpperCase(Locale.ROOT);
      if (word.equals("NULL")) {
        return new Expr.Literal(Storage.UNKNOWN, true);
      } else if ((word.equals("TRUE") || word.equals("FALSE")) && !tokens.isNext(".", "(")) {
        return new Expr.Literal(Storage.INTEGER, false);
      } else if (WORD_LITERALS.contains(word)) {
        return new Expr.Literal(Storage.TEXT, false);
      } else if (word.equals("RAISE")) {
        throw new UnknownSyntaxException("RAISE");
      }
    }
    if (tokens.isNext("(")) {
      return queries.call(token.text().toLowerCase(Locale.ROOT));
    }
    if (!tokens.skip(".")) {
      return new Expr.Column(Optional.empty(), token.text(), token.kind() == Kind.QUOTED);
    }
    String table = token.text();
    boolean quoted = tokens.peek().kind() == Kind.QUOTED;
    String name = tokens.name();
    if (tokens.skip(".")) {
      table = name;
      name = tokens.name();
    }
    return new Expr.Column(Optional.of(table), name, quoted);
  }
}
