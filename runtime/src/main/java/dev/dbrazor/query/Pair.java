package dev.dbrazor.query;

/**
 * The two records of one row of a join.
 *
 * @param left a record of the collection the query began with
 * @param right the record joined first; an {@code Optional} in a left join
 */
public record Pair<L, R>(L left, R right) {}
