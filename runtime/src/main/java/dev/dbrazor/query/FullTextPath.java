package dev.dbrazor.query;

/**
 * The path of a text component that is searched by its words.
 *
 * @param <R> the record
 */
public final class FullTextPath<R> extends StringPath<R> {
  /** For generated code. */
  public FullTextPath(Location<R> location) {
    super(location);
  }
}
