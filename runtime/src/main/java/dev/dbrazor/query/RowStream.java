package dev.dbrazor.query;

import dev.dbrazor.CursorClosedException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Lease;
import dev.dbrazor.pool.Session;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of a running statement, each mapped when it is asked for; one thread. */
final class RowStream<T extends @Nullable Object> extends AbstractSpliterator<T>
    implements AutoCloseable {
  private final Lease lease;
  private final DriverStatement statement;
  private final ResultRow row;
  private final Function<ResultRow, T> mapper;
  private boolean closed;
  private boolean done;

  private RowStream(Lease lease, DriverStatement statement, Function<ResultRow, T> mapper) {
    super(Long.MAX_VALUE, Spliterator.ORDERED);
    this.lease = lease;
    this.statement = statement;
    this.row = new ResultRow(statement, List.of());
    this.mapper = mapper;
  }

  /** The lease is given back when the stream is closed, or when opening fails. */
  static <T extends @Nullable Object> Stream<T> open(
      Lease lease, Function<Session, DriverStatement> prepare, Function<ResultRow, T> mapper) {
    try {
      RowStream<T> rows = new RowStream<>(lease, prepare.apply(lease.session()), mapper);
      return StreamSupport.stream(rows, false).onClose(rows::close);
    } catch (Throwable e) {
      lease.close();
      throw e;
    }
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    if (closed) {
      throw new CursorClosedException("The stream is closed");
    }
    if (done || !statement.step()) {
      done = true;
      return false;
    }
    action.accept(mapper.apply(row));
    return true;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      try (lease) {
        statement.close();
      }
    }
  }
}
