package dev.dbrazor.testing;

import dev.dbrazor.DatabaseListener;
import dev.dbrazor.StatementEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The statements that ran in a test's database, in the order of their ends; those of transactions
 * themselves, and of making tables, are not among them. Shared by all threads.
 */
public final class Statements {
  private final List<String> texts = new CopyOnWriteArrayList<>();

  Statements() {}

  /** Adds what it is told. */
  DatabaseListener listener() {
    return new DatabaseListener() {
      @Override
      public void statement(StatementEvent event) {
        texts.add(event.sql());
      }
    };
  }

  /** Their texts; a copy. */
  public List<String> texts() {
    return List.copyOf(texts);
  }

  /** Begins anew. */
  public void clear() {
    texts.clear();
  }

  /**
   * @throws AssertionError that lists them unless it were so many since the last {@link #clear}
   */
  public void assertStatements(int count) {
    List<String> run = texts();
    if (run.size() != count) {
      throw new AssertionError(
          count
              + " statements expected, but there were "
              + run.size()
              + ":\n"
              + String.join("\n", run));
    }
  }
}
