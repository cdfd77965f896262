package dev.dbrazor.pool;

/** What is done on a connection; it must not keep the session. */
@FunctionalInterface
public interface Work<T> {
  T on(Session session);
}
