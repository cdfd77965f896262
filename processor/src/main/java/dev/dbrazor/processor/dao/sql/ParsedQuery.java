package dev.dbrazor.processor.dao.sql;

import dev.dbrazor.processor.dao.sql.Token.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A statement as far as its text alone tells. */
public final class ParsedQuery {
  private static final Set<String> READING = Set.of("SELECT", "VALUES");
  private static final Set<String> SOURCES = Set.of("FROM", "JOIN", "INTO", "UPDATE");
  private static final Set<String> CHANGING = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE");

  private final String sql;
  private final List<Token> tokens;
  private final Optional<Statement> statement;

  private ParsedQuery(String sql, List<Token> tokens) {
    this.sql = sql;
    this.tokens = tokens;
    this.statement = StatementParser.parse(tokens);
  }

  public static ParsedQuery of(String sql) {
    return new ParsedQuery(sql, Lexer.tokens(sql));
  }

  /** Names of parameters with their colon, in the order SQLite numbers them. */
  public List<String> parameters() {
    return tokens.stream()
        .filter(token -> token.kind() == Kind.PARAMETER)
        .map(Token::text)
        .distinct()
        .toList();
  }

  /** Whether something follows the first statement. */
  public boolean isSeveral() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is(";")) {
        return tokens.get(i + 1).kind() != Kind.END;
      }
    }
    return false;
  }

  /** What it does, and to which collection first: {@code SELECT customers}. */
  public String summary(Schema schema) {
    Optional<String> table =
        statement
            .filter(Statement.Change.class::isInstance)
            .map(parsed -> ((Statement.Change) parsed).table())
            .or(() -> firstSource(schema));
    return table
        .flatMap(schema::collection)
        .map(collection -> verb() + " " + collection.table())
        .orElseGet(this::verb);
  }

  /** The first collection that stands where a statement says what it reads or changes. */
  private Optional<String> firstSource(Schema schema) {
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      boolean source = SOURCES.stream().anyMatch(before::is);
      if (source && tokens.get(i).isName() && schema.collection(tokens.get(i).text()).isPresent()) {
        return Optional.of(tokens.get(i).text());
      }
    }
    return Optional.empty();
  }

  /** The statement's first word, that of WITH left out: {@code SELECT}; empty for no statement. */
  public String verb() {
    if (!tokens.get(0).is("WITH")) {
      return tokens.get(0).text().toUpperCase(Locale.ROOT);
    }
    int depth = 0;
    for (Token token : tokens) {
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      String word = token.text().toUpperCase(Locale.ROOT);
      boolean verb = READING.contains(word) || CHANGING.contains(word);
      if (depth == 0 && token.kind() == Kind.WORD && verb) {
        return word;
      }
    }
    return "WITH";
  }

  public boolean isAllowed() {
    return READING.contains(verb()) || CHANGING.contains(verb());
  }

  public boolean writes() {
    return CHANGING.contains(verb());
  }

  /** All names in the statement, lower case: some of them are tables. */
  public Set<String> names() {
    return names(tokens);
  }

  /** The names in a statement that need not be parsed. */
  public static Set<String> names(String sql) {
    return names(Lexer.tokens(sql));
  }

  private static Set<String> names(List<Token> tokens) {
    return tokens.stream()
        .filter(Token::isName)
        .map(token -> Schema.key(token.text()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** What each source is called in the plan: alias or table, to table; lower case. */
  public Map<String, String> sourceTables(Schema schema) {
    Map<String, String> tables = new TreeMap<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isName() && schema.collection(token.text()).isPresent()) {
        String table = Schema.key(token.text());
        tables.put(table, table);
        int next = tokens.get(i + 1).is("AS") ? i + 2 : i + 1;
        if (tokens.get(Math.min(next, tokens.size() - 1)).isName()) {
          tables.putIfAbsent(Schema.key(tokens.get(next).text()), table);
        }
      }
    }
    return tables;
  }

  /** The index that would help to find rows of a table. */
  public Optional<IndexAdvice> filterAdvice(Schema schema, String table) {
    return statement.flatMap(parsed -> IndexAdvice.forFilter(parsed, schema, table));
  }

  /** The index that would save a sort. */
  public Optional<IndexAdvice> sortAdvice(Schema schema) {
    return statement.flatMap(parsed -> IndexAdvice.forSort(parsed, schema));
  }

  /** Whether the statement takes the first rows as they come: LIMIT without a condition. */
  public boolean isFirstRows() {
    return statement
        .filter(Statement.Query.class::isInstance)
        .map(parsed -> ((Statement.Query) parsed).select())
        .filter(select -> !select.limits().isEmpty() && select.arms().size() == 1)
        .map(select -> select.arms().get(0))
        .filter(arm -> arm.where().isEmpty() && arm.groupBy().isEmpty() && arm.from().size() == 1)
        .isPresent();
  }

  /** What the statement is about: its results, parameters, and final text. */
  public QueryFacts facts(Schema schema, Map<String, Fact> parameters) {
    Uses uses = new Uses(parameters);
    List<NamedFact> results =
        statement.map(parsed -> new Analysis(schema, uses).results(parsed)).orElse(List.of());
    return new QueryFacts(
        statement.isPresent(),
        results,
        uses.columns(),
        uses.lists(),
        uses.integers(),
        uses.unknownQuoted(),
        new Rewriting(sql, uses),
        statement.flatMap(ChangedColumns::of));
  }
}
