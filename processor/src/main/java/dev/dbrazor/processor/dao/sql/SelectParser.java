package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Arm;
import dev.dbrazor.processor.dao.sql.Select.Cte;
import dev.dbrazor.processor.dao.sql.Select.Item;
import dev.dbrazor.processor.dao.sql.Select.With;
import dev.dbrazor.processor.dao.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Parses queries, and what they are made of beside expressions. */
final class SelectParser {
  /** Words that follow an expression or a source and are no alias of it. */
  private static final Set<String> NO_ALIAS =
      Set.of(
          """
          AS CROSS DEFAULT DO EXCEPT FROM FULL GROUP HAVING INDEXED INNER INTERSECT JOIN LEFT LIMIT
          NATURAL NOT NOTHING OFFSET ON ORDER OUTER RETURNING RIGHT SELECT SET UNION USING VALUES
          WHERE WINDOW"""
              .split("\\s+"));

  private final TokenReader tokens;
  private final ExpressionParser expressions;
  private final SourceParser sources;

  SelectParser(TokenReader tokens) {
    this.tokens = tokens;
    this.expressions = new ExpressionParser(tokens, this);
    this.sources = new SourceParser(tokens, this, expressions);
  }

  ExpressionParser expressions() {
    return expressions;
  }

  SourceParser sources() {
    return sources;
  }

  boolean isNext() {
    return isNext(0);
  }

  /** Whether a query begins so many tokens from here. */
  boolean isNext(int ahead) {
    Token token = tokens.peek(ahead);
    return token.is("SELECT") || token.is("VALUES") || token.is("WITH");
  }

  /** {@code SELECT *} of a table or query by its name, of which nothing is written. */
  Select all(String name) {
    Item star = new Item(Optional.empty(), Optional.empty(), Optional.empty(), Item.UNWRITTEN, 0);
    Select.Source source =
        new Select.Source(
            Select.Join.INNER,
            Optional.of(name),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    Arm arm =
        new Arm(
            List.of(star),
            List.of(source),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());
    return new Select(new With(false, List.of()), List.of(arm), List.of(), List.of());
  }

  Select select() {
    return select(with());
  }

  Select select(With with) {
    List<Arm> arms = new ArrayList<>();
    do {
      arms.add(tokens.skip("VALUES") ? values() : arm());
    } while (union());
    List<Expr> order = tokens.skip("ORDER", "BY") ? ordering() : List.of();
    return new Select(with, arms, order, limits());
  }

  With with() {
    if (!tokens.skip("WITH")) {
      return new With(false, List.of());
    }
    boolean recursive = tokens.skip("RECURSIVE");
    List<Cte> queries = new ArrayList<>();
    do {
      String name = tokens.name();
      List<String> columns = tokens.skip("(") ? names() : List.of();
      tokens.require("AS");
      tokens.skip("NOT");
      tokens.skip("MATERIALIZED");
      tokens.require("(");
      queries.add(new Cte(name, columns, select()));
      tokens.require(")");
    } while (tokens.skip(","));
    return new With(recursive, queries);
  }

  /** Names up to the closing parenthesis, which is read too. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    do {
      names.add(tokens.name());
    } while (tokens.skip(","));
    tokens.require(")");
    return names;
  }

  List<Expr> limits() {
    List<Expr> limits = new ArrayList<>();
    if (tokens.skip("LIMIT")) {
      limits.add(expressions.expression());
      if (tokens.skip("OFFSET") || tokens.skip(",")) {
        limits.add(expressions.expression());
      }
    }
    return limits;
  }

  List<Expr> ordering() {
    List<Expr> order = new ArrayList<>();
    do {
      order.add(expressions.expression());
      if (!tokens.skip("ASC")) {
        tokens.skip("DESC");
      }
      if (tokens.skip("NULLS")) {
        tokens.next();
      }
    } while (tokens.skip(","));
    return order;
  }

  List<Item> items() {
    List<Item> items = new ArrayList<>();
    do {
      items.add(item());
    } while (tokens.skip(","));
    return items;
  }

  Optional<String> alias() {
    if (tokens.skip("AS")) {
      return Optional.of(tokens.name());
    }
    Token next = tokens.peek();
    boolean isAlias =
        next.kind() == Kind.QUOTED
            || next.kind() == Kind.STRING
            || next.kind() == Kind.WORD && !NO_ALIAS.contains(next.text().toUpperCase(Locale.ROOT));
    return isAlias ? Optional.of(tokens.name()) : Optional.empty();
  }

  /** A function's call, its name just read. */
  Expr.Call call(String name) {
    tokens.require("(");
    List<Expr> arguments = List.of();
    boolean star = tokens.skip("*");
    if (!star && !tokens.isNext(")")) {
      tokens.skip("DISTINCT");
      arguments = expressions.list();
      if (tokens.skip("ORDER", "BY")) {
        ordering();
      }
    }
    tokens.require(")");
    boolean filtered = tokens.skip("FILTER");
    if (filtered) {
      tokens.require("(");
      tokens.require("WHERE");
      List<Expr> all = new ArrayList<>(arguments);
      all.add(expressions.expression());
      arguments = all;
      tokens.require(")");
    }
    boolean windowed = tokens.skip("OVER");
    if (windowed && tokens.skip("(")) {
      tokens.skipParentheses();
    } else if (windowed) {
      tokens.name();
    }
    return new Expr.Call(name, arguments, star, filtered, windowed);
  }

  private boolean union() {
    return tokens.skip("UNION", "ALL")
        || tokens.skip("UNION")
        || tokens.skip("EXCEPT")
        || tokens.skip("INTERSECT");
  }

  private Arm values() {
    List<List<Expr>> rows = new ArrayList<>();
    do {
      tokens.require("(");
      rows.add(expressions.list());
      tokens.require(")");
    } while (tokens.skip(","));
    return new Arm(List.of(), List.of(), Optional.empty(), List.of(), Optional.empty(), rows);
  }

  private Arm arm() {
    tokens.require("SELECT");
    if (!tokens.skip("DISTINCT")) {
      tokens.skip("ALL");
    }
    List<Item> items = items();
    List<Select.Source> from = tokens.skip("FROM") ? sources.sources() : List.of();
    Optional<Expr> where = condition("WHERE");
    List<Expr> groupBy = tokens.skip("GROUP", "BY") ? expressions.list() : List.of();
    Optional<Expr> having = condition("HAVING");
    if (tokens.skip("WINDOW")) {
      windows();
    }
    return new Arm(items, from, where, groupBy, having, List.of());
  }

  Optional<Expr> condition(String word) {
    return tokens.skip(word) ? Optional.of(expressions.expression()) : Optional.empty();
  }

  private void windows() {
    do {
      tokens.name();
      tokens.require("AS");
      tokens.require("(");
      tokens.skipParentheses();
    } while (tokens.skip(","));
  }

  private Item item() {
    int start = tokens.peek().start();
    if (tokens.skip("*")) {
      return new Item(Optional.empty(), Optional.empty(), Optional.empty(), start, tokens.end());
    }
    if (tokens.peek().isName() && tokens.peek(1).is(".") && tokens.peek(2).is("*")) {
      String table = tokens.name();
      tokens.skip(".", "*");
      return new Item(Optional.empty(), Optional.of(table), Optional.empty(), start, tokens.end());
    }
    Expr expression = expressions.expression();
    return new Item(Optional.of(expression), Optional.empty(), alias(), start, tokens.end());
  }
}
