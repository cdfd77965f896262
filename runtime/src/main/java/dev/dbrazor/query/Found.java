package dev.dbrazor.query;

/**
 * The rows a full-text search finds, with their rank, in a FROM: {@code _found} beside the
 * collection under its own name.
 *
 * <p>Of the rows it reads no more than it must: the index alone gives the keys and ranks, and only
 * the best are looked up. Where the index does not know the ids, that is with all that are as good
 * as the last of them, so that the order by id decides among these.
 *
 * @param filter the query in whose rows it searches
 * @param most how many of the best are needed; {@link Clauses#ALL} for all
 */
record Found(TextMatch match, Clauses filter, long most) implements Node {
  // (matches) AS _found CROSS JOIN articles ON articles._row = _found._key
  @Override
  public void render(SqlWriter out) {
    out.text("(");
    if (most == Clauses.ALL) {
      matches(out);
    } else if (match.isKeyId()) {
      matches(out);
      out.text(" ORDER BY _rank, _key LIMIT ").parameter(new RawNumber(most));
    } else {
      best(out);
    }
    out.text(") AS _found CROSS JOIN ").text(match.source().inFrom());
    out.text(" ON ").text(match.key()).text(" = _found._key");
  }

  // WITH _matches (_key, _rank) AS MATERIALIZED (matches)
  // SELECT _key, _rank FROM _matches WHERE _rank <= the rank of the last one needed
  private void best(SqlWriter out) {
    out.text("WITH _matches (_key, _rank) AS MATERIALIZED (");
    matches(out);
    out.text(") SELECT _key, _rank FROM _matches WHERE _rank <= coalesce(");
    out.text("(SELECT _rank FROM _matches ORDER BY _rank LIMIT 1 OFFSET ");
    out.parameter(new RawNumber(most - 1)).text("), 9e999)");
  }

  // SELECT "articles$text".rowid AS _key, bm25("articles$text", 1.0) AS _rank FROM "articles$text"
  // CROSS JOIN articles ON articles._row = "articles$text".rowid WHERE … MATCH ? AND filter
  private void matches(SqlWriter out) {
    boolean filtered = filter.where() != Logic.NONE || filter.isLimited();
    String rowid = match.table() + ".rowid";
    out.text("SELECT ").text(rowid).text(" AS _key, ").text(match.rank());
    out.text(" AS _rank FROM ").text(match.table());
    if (filtered) {
      out.text(" CROSS JOIN ").text(match.source().inFrom());
      out.text(" ON ").text(match.key()).text(" = ").text(rowid);
    }
    out.text(" WHERE ").node(match);
    if (filter.isLimited()) {
      out.text(" AND ").text(match.key()).text(" IN (");
      filter.render(out, Node.text(match.key()));
      out.text(")");
    } else if (filtered) {
      boolean outer = out.aggregates(false);
      out.text(" AND ").condition(filter.where());
      out.aggregates(outer);
    }
  }
}
