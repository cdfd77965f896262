package dev.dbrazor.query;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.Sessions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of a running statement, read one at a time; gives its connection back at the end. */
final class Cursor<T> implements Spliterator<T> {
  /** So many results are completed at once, where they need further statements. */
  private static final int CHUNK = 500;

  private final Lease lease;
  private final BoundSql sql;
  private final DriverStatement statement;
  private final Selection<T> selection;
  private final ResultRow row;
  private final Deque<T> chunk = new ArrayDeque<>();
  private boolean ended;
  private boolean exhausted;
  private boolean closed;

  private Cursor(Lease lease, BoundSql sql, DriverStatement statement, Selection<T> selection) {
    this.lease = lease;
    this.sql = sql;
    this.statement = statement;
    this.selection = selection;
    this.row = new ResultRow(statement, selection.names());
  }

  static <T> Stream<T> open(Sessions sessions, BoundSql sql, Selection<T> selection) {
    Lease lease = sessions.hold();
    DriverStatement statement = null;
    try {
      statement = lease.session().prepare(sql.text());
      sql.bind(statement);
      Cursor<T> cursor = new Cursor<>(lease, sql, statement, selection);
      return StreamSupport.stream(cursor, false).onClose(cursor::close);
    } catch (Throwable e) {
      close(lease, statement);
      throw e;
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (exhausted) {
      return false;
    }
    if (closed) {
      throw new CursorClosedException("the stream of this query is closed");
    }
    T next;
    try {
      if (!hasNext()) {
        exhausted = true;
        close();
        return false;
      }
      next = selection.isCompletedLater() ? chunk.remove() : selection.read(row);
    } catch (DbRazorException e) {
      close();
      throw sql.explain(e);
    } catch (Throwable e) {
      close();
      throw e;
    }
    action.accept(next);
    return true;
  }

  private boolean hasNext() {
    if (!selection.isCompletedLater()) {
      return statement.step();
    }
    if (chunk.isEmpty() && !ended) {
      List<T> rows = new ArrayList<>();
      while (!ended && rows.size() < CHUNK) {
        ended = !statement.step();
        if (!ended) {
          rows.add(selection.read(row));
        }
      }
      chunk.addAll(selection.completed(lease.session(), rows));
    }
    return !chunk.isEmpty();
  }

  private void close() {
    if (!closed) {
      closed = true;
      close(lease, statement);
    }
  }

  private static void close(Lease lease, @Nullable DriverStatement statement) {
    try (lease) {
      if (statement != null) {
        statement.close();
      }
    }
  }

  /** Never: the statement belongs to one thread. */
  @Override
  public @Nullable Spliterator<T> trySplit() {
    return null;
  }

  @Override
  public long estimateSize() {
    return Long.MAX_VALUE;
  }

  @Override
  public int characteristics() {
    return ORDERED;
  }
}
