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
    sources.addAll(source(Join.INNER, false));
    while (true) {
      boolean natural = tokens.skip("NATURAL");
      if (tokens.skip("LEFT")) {
        sources.addAll(outer(Join.LEFT, natural));
      } else if (tokens.skip("RIGHT")) {
        sources.addAll(outer(Join.RIGHT, natural));
      } else if (tokens.skip("FULL")) {
        sources.addAll(outer(Join.FULL, natural));
      } else if (tokens.skip(",")
          || tokens.skip("JOIN")
          || tokens.skip("INNER", "JOIN")
          || tokens.skip("CROSS", "JOIN")) {
        sources.addAll(source(Join.INNER, natural));
      } else {
        return sources;
      }
    }
  }

  private List<Source> outer(Join join, boolean natural) {
    tokens.skip("OUTER");
    tokens.require("JOIN");
    return source(join, natural);
  }

  private List<Source> source(Join join, boolean natural) {
    boolean group = tokens.isNext("(") && !queries.isNext(1);
    List<Source> read = new ArrayList<>(group ? group(join) : List.of(single(join)));
    Source last = read.remove(read.size() - 1);
    Optional<Expr> on = queries.condition("ON");
    boolean using = tokens.skip("USING");
    if (using) {
      tokens.require("(");
      queries.names();
    }
    read.add(last.joinedOn(on, using || natural));
    return read;
  }

  /** Sources in parentheses; what happens to one of them by an outer join happens to all. */
  private List<Source> group(Join join) {
    tokens.require("(");
    List<Source> inside = sources();
    tokens.require(")");
    if (queries.alias().isPresent()) {
      throw new UnknownSyntaxException("an alias of sources in parentheses");
    }
    List<Source> joined = new ArrayList<>();
    for (Source each : inside) {
      boolean rest = !joined.isEmpty();
      Join toOthers = rest && join == Join.RIGHT ? Join.INNER : join;
      Join all = rest && join == Join.FULL ? Join.LEFT : toOthers;
      joined.add(each.join() == Join.INNER ? each.joinedBy(all) : each.joinedBy(both(each, all)));
    }
    return joined;
  }

  /** Of two outer joins the one that makes more rows missing. */
  private static Join both(Source each, Join around) {
    return around == Join.INNER || around == each.join() ? each.join() : Join.FULL;
  }

  private Source single(Join join) {
    Optional<String> table = Optional.empty();
    Optional<Select> query = Optional.empty();
    Optional<Expr.Call> function = Optional.empty();
    if (tokens.skip("(")) {
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
    return new Source(join, table, query, function, alias, Optional.empty(), false);
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
