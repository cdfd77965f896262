package dev.dbrazor;

/**
 * Is told what happens in a database; see {@link Database#addListener}. Called on the thread that
 * did the work, from several threads at once, after the work and its connection are done with. What
 * a listener throws is logged and changes nothing.
 */
public interface DatabaseListener {
  /**
   * A statement took longer than the threshold; also one that failed. Inside a transaction this is
   * called before its end. What the listener itself asks the database is not reported.
   */
  default void slowQuery(SlowQuery query) {}
}
