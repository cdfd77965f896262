package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Select.Item;
import dev.dbrazor.processor.dao.sql.Select.Source;
import dev.dbrazor.processor.dao.sql.Select.With;
import dev.dbrazor.processor.dao.sql.Statement.Assignment;
import dev.dbrazor.processor.dao.sql.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses a whole statement. */
final class StatementParser {
  private final TokenReader tokens;
  private final SelectParser queries;

  private StatementParser(TokenReader tokens) {
    this.tokens = tokens;
    this.queries = new SelectParser(tokens);
  }

  /** Empty when the statement is written in a way that is not understood. */
  static Optional<Statement> parse(List<Token> tokens) {
    try {
      StatementParser parser = new StatementParser(new TokenReader(tokens));
      return Optional.of(parser.statement());
    } catch (UnknownSyntaxException | StackOverflowError notUnderstood) {
      return Optional.empty();
    }
  }

  private Statement statement() {
    With with = queries.with();
    Statement statement;
    if (tokens.isNext("INSERT", "REPLACE")) {
      statement = insert(with);
    } else if (tokens.skip("UPDATE")) {
      statement = update(with);
    } else if (tokens.skip("DELETE")) {
      statement = delete(with);
    } else {
      statement = new Statement.Query(queries.select(with));
    }
    tokens.skip(";");
    if (tokens.peek().kind() != Kind.END) {
      throw new UnknownSyntaxException("unexpected " + tokens.peek().text());
    }
    return statement;
  }

  private Statement insert(With with) {
    tokens.next();
    orAction();
    tokens.require("INTO");
    String table = queries.sources().qualified();
    Optional<String> alias = tokens.skip("AS") ? Optional.of(tokens.name()) : Optional.empty();
    List<String> columns = tokens.skip("(") ? queries.names() : List.of();
    Optional<Select> query =
        tokens.skip("DEFAULT", "VALUES") ? Optional.empty() : Optional.of(queries.select());
    List<Assignment> assignments = new ArrayList<>();
    List<Expr> conditions = new ArrayList<>();
    while (tokens.skip("ON", "CONFLICT")) {
      conflict(assignments, conditions);
    }
    return new Statement.Change(
        with,
        "INSERT",
        table,
        alias,
        columns,
        query,
        assignments,
        List.of(),
        conditions,
        returning(),
        List.of());
  }

  private void conflict(List<Assignment> assignments, List<Expr> conditions) {
    if (tokens.skip("(")) {
      queries.expressions().list();
      tokens.require(")");
      queries.condition("WHERE").ifPresent(conditions::add);
    }
    tokens.require("DO");
    if (!tokens.skip("NOTHING")) {
      tokens.require("UPDATE");
      tokens.require("SET");
      assignments.addAll(assignments());
      queries.condition("WHERE").ifPresent(conditions::add);
    }
  }

  private Statement update(With with) {
    orAction();
    String table = queries.sources().qualified();
    Optional<String> alias = queries.alias();
    queries.sources().indexed();
    tokens.require("SET");
    List<Assignment> assignments = assignments();
    List<Source> from = tokens.skip("FROM") ? queries.sources().sources() : List.of();
    List<Expr> conditions = queries.condition("WHERE").stream().toList();
    List<Item> returning = returning();
    return change(with, "UPDATE", table, alias, assignments, from, conditions, returning);
  }

  private Statement delete(With with) {
    tokens.require("FROM");
    String table = queries.sources().qualified();
    Optional<String> alias = queries.alias();
    queries.sources().indexed();
    List<Expr> conditions = queries.condition("WHERE").stream().toList();
    List<Item> returning = returning();
    return change(with, "DELETE", table, alias, List.of(), List.of(), conditions, returning);
  }

  private Statement change(
      With with,
      String verb,
      String table,
      Optional<String> alias,
      List<Assignment> assignments,
      List<Source> from,
      List<Expr> conditions,
      List<Item> returning) {
    if (tokens.skip("ORDER", "BY")) {
      queries.ordering();
    }
    return new Statement.Change(
        with,
        verb,
        table,
        alias,
        List.of(),
        Optional.empty(),
        assignments,
        from,
        conditions,
        returning,
        queries.limits());
  }

  private List<Assignment> assignments() {
    List<Assignment> assignments = new ArrayList<>();
    do {
      List<String> columns = tokens.skip("(") ? queries.names() : List.of(tokens.name());
      tokens.require("=");
      assignments.add(new Assignment(columns, queries.expressions().expression()));
    } while (tokens.skip(","));
    return assignments;
  }

  private List<Item> returning() {
    return tokens.skip("RETURNING") ? queries.items() : List.of();
  }

  private void orAction() {
    if (tokens.skip("OR")) {
      tokens.next();
    }
  }
}
