package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.mapping.ValueTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A full-text search that was not run yet: the records that match, best first, equally good ones by
 * id. With a limit and an offset it gives pages; {@link #select} gives excerpts instead of records:
 *
 * <pre>{@code
 * FullTextQuery<Article> found =
 *     articles.query().search(Article_.body, Fts.words("sqlite java")).limit(10);
 * List<Hit> hits =
 *     found
 *         .select(record(Article_.id, found.highlight(Article_.title, "<b>", "</b>"), Hit::new))
 *         .toList();
 * }</pre>
 *
 * @param <R> the record
 */
public final class FullTextQuery<R> extends Query<Match<R>> {
  private static final String RANK = "_found._rank";
  private static final int LONGEST_SNIPPET = 64;

  private final Table<R> table;
  private final TextMatch match;
  private final Clauses filter;

  private FullTextQuery(Table<R> table, TextMatch match, Clauses filter, Clauses found) {
    super(table.access(), found, new MatchSelection<>(table.source().record()));
    this.table = table;
    this.match = match;
    this.filter = filter;
  }

  /** A search among the rows of a query. */
  static <R> FullTextQuery<R> of(Table<R> table, TextMatch match, Clauses filter) {
    Expression<R, Double> rank = new Expression<>(Node.text(RANK), ValueTypes.DOUBLE, "rank");
    Clauses all = Clauses.from(table.source()).orderBy(new Ordering<>(rank, false));
    FullTextQuery<R> query = new FullTextQuery<>(table, match, filter, all.orderedById());
    return query.with(query.clauses());
  }

  private FullTextQuery<R> with(Clauses limited) {
    long rows = limited.limit() + limited.offset();
    long most = limited.limit() == Clauses.ALL || rows < 0 ? Clauses.ALL : rows;
    From from = From.of(table.source(), new Found(match, filter, most));
    return new FullTextQuery<>(table, match, filter, limited.from(from));
  }

  @Override
  public FullTextQuery<R> limit(long rows) {
    return with(clauses().limit(rows));
  }

  @Override
  public FullTextQuery<R> offset(long rows) {
    return with(clauses().offset(rows));
  }

  /** The same: each record is found once. */
  @Override
  public FullTextQuery<R> distinct() {
    return this;
  }

  @Override
  public FullTextQuery<R> timeout(Duration timeout) {
    return new FullTextQuery<>(table.within(timeout), match, filter, clauses());
  }

  @Override
  public FullTextQuery<R> allowScan() {
    return new FullTextQuery<>(table.allowingScans(), match, filter, clauses());
  }

  /**
   * A value for each record found; several by {@code Expressions.record}. NULL is null in the
   * results.
   */
  public <V> Projection<V> select(Expression<? super R, V> value) {
    Arguments.notNull(value, "value");
    return new Projection<>(
        table.access(), clauses(), new ColumnSelection<>(List.of(value), value::read));
  }

  /**
   * The whole text of a component, with marks around what was found; for {@link #select} of this
   * search. NULL where the component is.
   *
   * @param before such as {@code "<b>"}; the text itself is not escaped
   */
  public Expression<R, String> highlight(FullTextPath<R> path, String before, String after) {
    return excerpt("highlight", path, List.of(text(before, "before"), text(after, "after")));
  }

  /**
   * The part of a component's text where most was found, with marks around it, as by {@link
   * #highlight}.
   *
   * @param ellipsis stands for text left out before or after
   * @param words how long it is at most, 1 to 64
   * @throws InvalidArgumentException for another number of words
   */
  public Expression<R, String> snippet(
      FullTextPath<R> path, String before, String after, String ellipsis, int words) {
    if (words < 1 || words > LONGEST_SNIPPET) {
      throw new InvalidArgumentException(
          "a snippet has 1 to " + LONGEST_SNIPPET + " words, not " + words);
    }
    List<Node> arguments =
        List.of(
            text(before, "before"),
            text(after, "after"),
            text(ellipsis, "ellipsis"),
            new RawNumber(words));
    return excerpt("snippet", path, arguments);
  }

  /** {@link Match#score}, for {@link #select} of this search. */
  public NumberExpression<R, Double> score() {
    return new NumberExpression<>(Node.text("-" + RANK), ValueTypes.DOUBLE, "score");
  }

  /** The keys of what is found, best first. */
  BoundSql keys() {
    SqlWriter out = new SqlWriter();
    clauses().render(out, Node.text("_found._key"));
    return table.access().finish(out);
  }

  private static Node text(String value, String name) {
    return new RawText(List.of(name), Arguments.notNull(value, name));
  }

  // (SELECT highlight("articles$text", 0, ?, ?) FROM "articles$text"
  //   WHERE "articles$text" MATCH ? AND rowid = _found._key)
  private Expression<R, String> excerpt(
      String function, FullTextPath<R> path, List<Node> arguments) {
    String begin = "(SELECT " + function + "(" + match.table() + ", " + match.place(path);
    Node sql =
        out -> {
          out.text(begin);
          arguments.forEach(argument -> out.text(", ").node(argument));
          out.text(") FROM ").text(match.table()).text(" WHERE ").node(match);
          out.text(" AND rowid = _found._key)");
        };
    return new Expression<>(sql, ValueTypes.STRING, function + "(" + path.name() + ")");
  }

  /** A record and its rank. */
  private record MatchSelection<R>(JoinedRecord<R> record) implements Selection<Match<R>> {
    @Override
    public void render(SqlWriter out) {
      record.render(out);
      out.text(", ").text(RANK);
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(record.names());
      names.add("rank");
      return names;
    }

    @Override
    public int width() {
      return record.width() + 1;
    }

    @Override
    public Match<R> read(ResultRow row) {
      double rank = row.float64(record.width());
      return new Match<>(record.read(row), rank, -rank);
    }
  }
}
