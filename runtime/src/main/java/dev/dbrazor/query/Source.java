package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import dev.dbrazor.mapping.Mapping;
import org.jspecify.annotations.Nullable;

/**
 * A collection in the FROM of a query, under its own name or an alias. Part of the contract with
 * generated code; immutable.
 *
 * @param <R> the record
 */
public final class Source<R> {
  private final Mapping<?, ?> mapping;
  private final @Nullable String alias;
  private final String name;
  private final String inFrom;
  private @Nullable JoinedRecord<R> record;

  private Source(Mapping<?, ?> mapping, @Nullable String alias) {
    this.mapping = mapping;
    this.alias = alias;
    this.name = Identifier.quoted(alias == null ? mapping.collection() : alias);
    this.inFrom = alias == null ? name : Identifier.quoted(mapping.collection()) + " AS " + name;
  }

  public static <R extends Record> Source<R> of(Mapping<R, ?> mapping) {
    return new Source<>(mapping, null);
  }

  /** The same collection under another name, for self-joins and correlated subqueries. */
  public Source<R> as(String newAlias) {
    if (Arguments.notNull(newAlias, "alias").isBlank()) {
      throw new InvalidArgumentException("alias must not be blank");
    }
    return new Source<>(mapping, newAlias);
  }

  /**
   * @param column the column's name, unquoted
   */
  public Location<R> column(String column) {
    return new Location<>(this, column);
  }

  Mapping<?, ?> mapping() {
    return mapping;
  }

  String collection() {
    return mapping.collection();
  }

  boolean isAliased() {
    return alias != null;
  }

  /** What columns are qualified with, quoted where needed. */
  String name() {
    return name;
  }

  /** What messages call it. */
  String label() {
    return alias == null ? collection() : alias;
  }

  /** {@code customers} or {@code customers AS boss}. */
  String inFrom() {
    return inFrom;
  }

  /** The whole record in a join; made when first needed, for one thread as good as for another. */
  JoinedRecord<R> record() {
    JoinedRecord<R> made = record;
    if (made == null) {
      made = new JoinedRecord<>(this);
      record = made;
    }
    return made;
  }

  /** The component a column stands for, or the column's own name. */
  String component(String column) {
    int index = mapping.columns().indexOf(column);
    return index < 0 ? column : mapping.components().get(index);
  }
}
