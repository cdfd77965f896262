package dev.dbrazor.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stores a {@code float[]} as a vector that nearest-neighbour search can rank.
 *
 * <p>The column is a BLOB of 32-bit floats, little-endian. An array of another length, one with NaN
 * or an infinity, and under {@link Metric#COSINE} one of zeros only, is refused with a typed error,
 * both when it is stored and when it is searched for. A record may have several vectors. A vector
 * that may be absent is written {@code float @Nullable []}.
 *
 * <p>A record with an array component compares that component by identity: two records read from
 * the same row are not {@code equals}.
 *
 * <pre>{@code
 * @Collection
 * public record Passage(@Id UUID id, String text, @Vector(dimensions = 384) float[] embedding) {}
 *
 * List<Match<Passage>> best = passages.nearest(Passage_.embedding, query, 10);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Vector {
  /** Length of every vector in this column; 1 or more. */
  int dimensions();

  /** How the distance of two vectors is measured. */
  Metric metric() default Metric.COSINE;
}
