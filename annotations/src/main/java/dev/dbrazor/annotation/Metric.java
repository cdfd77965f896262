package dev.dbrazor.annotation;

/** How far apart two vectors are; with every metric a smaller distance means more alike. */
public enum Metric {
  /** One minus the cosine of the angle between them, from 0 to 2; length plays no part. */
  COSINE,

  /** Euclidean distance: the root of the sum of the squared differences. */
  L2,

  /** Manhattan distance: the sum of the absolute differences. */
  L1,

  /** The dot product with its sign turned, so that a larger product is a smaller distance. */
  DOT
}
