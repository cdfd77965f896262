package dev.dbrazor.processor.dao.sql;

import java.util.Optional;

/**
 * What is known about a value.
 *
 * @param nullness whether it can be NULL
 * @param storage what SQLite makes of it
 * @param column the column whose kind of value it is, so that it is read as that column is
 * @param factors how many integers were combined into it, which bounds its size
 * @param literal whether it stands in the statement itself, and so can be a value of any column
 */
public record Fact(
    Nullness nullness,
    Storage storage,
    Optional<SchemaColumn> column,
    int factors,
    boolean literal) {
  static final Fact NOTHING =
      new Fact(Nullness.UNKNOWN, Storage.UNKNOWN, Optional.empty(), 1, false);

  /** Stands for any number of factors. */
  static final int UNBOUNDED = 1000;

  static Fact of(Nullness nullness, Storage storage) {
    return new Fact(nullness, storage, Optional.empty(), 1, false);
  }

  static Fact of(Expr.Literal literal) {
    Nullness nullness = literal.isNull() ? Nullness.POSSIBLE : Nullness.NEVER;
    return new Fact(nullness, literal.storage(), Optional.empty(), 1, true);
  }

  static Fact of(SchemaColumn column) {
    return new Fact(column.nullness(), column.storage(), Optional.of(column), 1, false);
  }

  Fact with(Nullness other) {
    return new Fact(other, storage, column, factors, literal);
  }

  Fact asColumn(Optional<SchemaColumn> other) {
    return new Fact(nullness, storage, other, factors, literal);
  }

  /** Of a value that may have been combined any number of times. */
  Fact unbounded() {
    return new Fact(nullness, storage, column, UNBOUNDED, literal);
  }

  /** Of a value that comes from the one or the other. */
  Fact or(Fact other) {
    Optional<SchemaColumn> common =
        column.filter(mine -> other.literal || other.column.filter(mine::means).isPresent());
    if (literal) {
      common = other.column;
    }
    return new Fact(
        nullness.or(other.nullness),
        storage.or(other.storage),
        common,
        Math.max(factors, other.factors),
        literal && other.literal);
  }
}
