package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Join;
import dev.dbrazor.processor.dao.sql.Select.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses what stands behind FROM. */
final class SourceParser {
  private final TokenReader tokens;
  private final SelectParser queries;
  private final ExpressionParser expressions;

  SourceParser(TokenReader tokens, SelectParser queries, ExpressionParser expressions) {
    this.tokens = tokens;
    this.queries = queries;
    this.expressions = expressions;
  }

  List<Source> sources() {
    List<Source> sources = new ArrayList<>();
    sources.add(source(Join.INNER, false));
    while (true) {
      boolean natural = tokens.skip("NATURAL");
      if (tokens.skip("LEFT")) {
        sources.add(outer(Join.LEFT, natural));
      } else if (tokens.skip("RIGHT")) {
        sources.add(outer(Join.RIGHT, natural));
      } else if (tokens.skip("FULL")) {
        sources.add(outer(Join.FULL, natural));
      } else if (tokens.skip(",")
          || tokens.skip("JOIN")
          || tokens.skip("INNER", "JOIN")
          || tokens.skip("CROSS", "JOIN")) {
        sources.add(source(Join.INNER, natural));
      } else {
        return sources;
      }
    }
  }

  private Source outer(Join join, boolean natural) {
    tokens.skip("OUTER");
    tokens.require("JOIN");
    return source(join, natural);
  }

  private Source source(Join join, boolean natural) {
    Optional<String> table = Optional.empty();
    Optional<Select> query = Optional.empty();
    Optional<Expr.Call> function = Optional.empty();
    if (tokens.skip("(")) {
      if (!queries.isNext()) {
        throw new UnknownSyntaxException("parentheses around a join");
      }
      query = Optional.of(queries.select());
      tokens.require(")");
    } else {
      String name = qualified();
      if (tokens.isNext("(")) {
        function = Optional.of(queries.call(name.toLowerCase(Locale.ROOT)));
      } else {
        table = Optional.of(name);
      }
    }
    Optional<String> alias = queries.alias();
    indexed();
    Optional<Expr> on = queries.condition("ON");
    boolean using = tokens.skip("USING");
    if (using) {
      tokens.require("(");
      queries.names();
    }
    return new Source(join, table, query, function, alias, on, using || natural);
  }

  /** A table's name; the schema's before it is dropped. */
  String qualified() {
    String name = tokens.name();
    return tokens.skip(".") ? tokens.name() : name;
  }

  void indexed() {
    if (tokens.skip("INDEXED", "BY")) {
      tokens.name();
    } else {
      tokens.skip("NOT", "INDEXED");
    }
  }

  ExpressionParser expressions() {
    return expressions;
  }
}
