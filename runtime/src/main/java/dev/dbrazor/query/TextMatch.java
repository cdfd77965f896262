package dev.dbrazor.query;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.FullTextSyntaxException;
import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.StatementException;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.FullTextIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for in a collection's full-text index: the condition on the index's rows.
 *
 * @param index of the collection
 * @param table the index as it stands in SQL
 * @param column the only column to look in; null for all
 */
record TextMatch(
    Source<?> source, FullTextIndex index, String table, @Nullable String column, Fts query)
    implements Node, Parameter {

  /** A search in one component. */
  static TextMatch in(Source<?> source, FullTextPath<?> path, Fts query) {
    FullTextIndex index = index(source);
    require(source, path);
    return new TextMatch(
        source,
        index,
        Identifier.quoted(index.name()),
        path.indexed(),
        Arguments.notNull(query, "query"));
  }

  /** A search in all full-text components. */
  static TextMatch of(Source<?> source, Fts query) {
    FullTextIndex index = index(source);
    return new TextMatch(
        source, index, Identifier.quoted(index.name()), null, Arguments.notNull(query, "query"));
  }

  private static FullTextIndex index(Source<?> source) {
    FullTextIndex index = source.mapping().fullText();
    if (index == null) {
      throw new InvalidArgumentException(
          source.collection() + " has no full-text component; mark one with @FullText");
    }
    return index;
  }

  static void require(Source<?> source, FullTextPath<?> path) {
    if (!Arguments.notNull(path, "path").source().collection().equals(source.collection())) {
      throw new InvalidArgumentException(
          path.name() + " is no component of " + source.collection());
    }
  }

  /** {@code articles._row}. */
  String key() {
    return source.name() + "." + Identifier.quoted(index.key());
  }

  /** Whether the index knows the ids: its keys are them, and order as they do. */
  boolean isKeyId() {
    return source.mapping().statements().ids().equals(List.of(index.key()));
  }

  /** {@code "articles$text".body MATCH ?}. */
  @Override
  public void render(SqlWriter out) {
    out.text(column == null ? table : table + "." + Identifier.quoted(column));
    out.text(" MATCH ").parameter(this);
  }

  /** {@code bm25("articles$text", 5.0, 1.0)}: lower is better. */
  String rank() {
    StringBuilder rank = new StringBuilder("bm25(").append(table);
    index.weights().forEach(weight -> rank.append(", ").append(weight));
    return rank.append(")").toString();
  }

  /** The place of a component in the index. */
  int place(FullTextPath<?> path) {
    require(source, path);
    return index.columns().indexOf(path.indexed());
  }

  /** {@code articles._row IN (SELECT rowid FROM "articles$text" WHERE …)}. */
  void renderCondition(SqlWriter out) {
    out.text(key()).text(" IN (SELECT rowid FROM ").text(table).text(" WHERE ");
    out.node(this).text(")");
  }

  @Override
  public List<String> names() {
    return List.of("full-text query");
  }

  @Override
  public void bind(Binder to) {
    to.text(1, query.text());
  }

  @Override
  public DbRazorException explain(DbRazorException error) {
    if (!query.isRaw() || !(error instanceof StatementException)) {
      return error;
    }
    String message = "`" + query + "` is no query of FTS5: " + error.getMessage();
    return new FullTextSyntaxException(
        ErrorDetails.of(ErrorCode.FULL_TEXT_SYNTAX, message)
            .withSql(error.sql().orElse(null))
            .withCollection(source.collection())
            .withTransactionState(error.transactionState()),
        error);
  }
}
