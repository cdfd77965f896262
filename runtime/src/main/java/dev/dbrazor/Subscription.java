package dev.dbrazor;

/** A live query, until it is closed; see {@code observe} of DAOs and queries. */
public interface Subscription extends AutoCloseable {
  /**
   * Ends it: no further call of the listener begins. One that is running on another thread may
   * still end after this returns. Idempotent, also from inside the listener.
   */
  @Override
  void close();
}
