package dev.dbrazor.query;

/**
 * The path of a text component that is searched by its words: what {@link CollectionDao#search}
 * looks in. It is a string path in all other ways.
 *
 * @param <R> the record
 */
public final class FullTextPath<R> extends StringPath<R> {
  /** For generated code. */
  public FullTextPath(Location<R> location) {
    super(location);
  }

  /**
   * Has all these words, as {@link Fts#words}: a condition like any other, which may be combined,
   * counted, deleted by; it ranks nothing. Never matches NULL, but its {@code not()} does.
   */
  public Condition<R> matches(String words) {
    return matches(Fts.words(words));
  }

  /**
   * Has what is looked for, as {@link #matches(String)}.
   *
   * @throws dev.dbrazor.FullTextSyntaxException when it runs, for a broken {@link Fts#raw}
   */
  public Condition<R> matches(Fts query) {
    return new Condition<>(TextMatch.in(source(), this, query)::renderCondition);
  }

  /** Its column in the index, unquoted. */
  String indexed() {
    return location().searchedColumn();
  }
}
