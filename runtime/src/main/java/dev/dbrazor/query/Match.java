package dev.dbrazor.query;

/**
 * A record that a search found.
 *
 * <pre>
 * metric   distance                               score
 * COSINE   1 - cosine of the angle, from 0 to 2   the cosine, from -1 to 1
 * L2       Euclidean                              1 / (1 + distance)
 * L1       sum of the absolute differences        1 / (1 + distance)
 * DOT      the dot product with its sign turned   the dot product
 * </pre>
 *
 * <p>Of full text the score is BM25 with the components' weights, and of a hybrid search the sum of
 * the reciprocal ranks; the distance is the score with its sign turned. Scores compare within one
 * search only.
 *
 * @param distance lower is nearer
 * @param score higher is better
 * @param <T> the record
 */
public record Match<T>(T record, double distance, double score) {}
