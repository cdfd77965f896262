package dev.dbrazor.pool;

/** Who has a connection, and since when; kept only where loans are watched. */
final class Borrower {
  private final long since = System.nanoTime();
  private final Throwable opener =
      new Throwable(
          "A connection was taken here by thread '" + Thread.currentThread().getName() + "'");
  private boolean reported;

  long age(long now) {
    return now - since;
  }

  Throwable opener() {
    return opener;
  }

  /** True once. */
  boolean report() {
    boolean first = !reported;
    reported = true;
    return first;
  }
}
