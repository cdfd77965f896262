package dev.dbrazor.query;

import dev.dbrazor.ConstraintException;
import dev.dbrazor.MappingException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Session;
import dev.dbrazor.pool.Sessions;
import java.io.Serial;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Stores many records by one statement for each chunk of them. What the database returns is matched
 * by id, since the order of RETURNING is not defined. A chunk that fails is undone and stored again
 * row by row, which either names the row that cannot be stored or succeeds as single calls would.
 */
final class BulkWrites<R extends Record, K> {
  private static final int MOST_ROWS = 100;
  private static final int MOST_PARAMETERS = 32_766;

  private final Supplier<Sessions> sessions;
  private final Mapping<R, K> mapping;
  private final List<String> names;
  private final int width;
  private final int chunkSize;

  BulkWrites(Supplier<Sessions> sessions, Mapping<R, K> mapping, List<String> names) {
    this.sessions = sessions;
    this.mapping = mapping;
    this.names = names;
    this.width = PlaceHolders.in(mapping.statements().plainRow());
    int most = mapping.counts() ? 1 : MOST_ROWS;
    this.chunkSize = Math.max(1, Math.min(most, MOST_PARAMETERS / Math.max(1, width)));
  }

  /**
   * One kind of bulk statement.
   *
   * @param row the row of parameters that {@code sql} has once and its bulk form many times
   * @param returns whether each row comes back
   * @param single stores one row; the index is its place among all, for errors
   */
  record Operation<R>(String sql, String row, boolean returns, Single<R> single) {}

  /** Stores one row. */
  @FunctionalInterface
  interface Single<R> {
    R store(Session session, int index, R row);
  }

  /** Inside a transaction: stores the rows in their order and returns them as stored. */
  List<R> store(Session session, List<R> rows, Operation<R> operation) {
    List<R> stored = new ArrayList<>(rows.size());
    String fullChunk = rows.size() < chunkSize ? "" : text(operation, chunkSize);
    for (int from = 0; from < rows.size(); ) {
      int to = chunkEnd(rows, from);
      List<R> chunk = rows.subList(from, to);
      if (chunk.size() == 1) {
        stored.add(operation.single().store(session, from, chunk.get(0)));
      } else {
        String sql = chunk.size() == chunkSize ? fullChunk : text(operation, chunk.size());
        stored.addAll(storeChunk(session, sql, chunk, from, operation));
      }
      from = to;
    }
    return List.copyOf(stored);
  }

  /** A chunk has an id once only; a row whose key the database must choose stands alone. */
  private int chunkEnd(List<R> rows, int from) {
    if (mapping.needsKey(rows.get(from))) {
      return from + 1;
    }
    int most = Math.min(rows.size(), from + chunkSize);
    Set<K> ids = new HashSet<>();
    for (int i = from; i < most; i++) {
      if (mapping.needsKey(rows.get(i)) || !ids.add(mapping.id(rows.get(i)))) {
        return i;
      }
    }
    return most;
  }

  private List<R> storeChunk(
      Session session, String sql, List<R> chunk, int from, Operation<R> operation) {
    try {
      return sessions
          .get()
          .atomically(savepoint -> storeAtOnce(savepoint, sql, chunk, operation.returns()));
    } catch (ConstraintException | MappingException | Incomplete e) {
      List<R> stored = new ArrayList<>(chunk.size());
      for (int i = 0; i < chunk.size(); i++) {
        stored.add(operation.single().store(session, from + i, chunk.get(i)));
      }
      return stored;
    }
  }

  private List<R> storeAtOnce(Session session, String sql, List<R> chunk, boolean returns) {
    try (DriverStatement statement = session.prepare(sql)) {
      for (int i = 0; i < chunk.size(); i++) {
        mapping.bindRow(chunk.get(i), new Binder(statement, i * width, names));
      }
      if (!returns) {
        statement.step();
        if (statement.changes() != chunk.size()) {
          throw new Incomplete();
        }
        return chunk;
      }
      statement.readAhead();
      Map<K, R> returned = new HashMap<>();
      ResultRow row = new ResultRow(statement, names);
      while (statement.step()) {
        R read = RecordReader.read(mapping, row);
        returned.put(mapping.id(read), read);
      }
      return inOrder(chunk, returned);
    }
  }

  private List<R> inOrder(List<R> chunk, Map<K, R> returned) {
    List<R> stored = new ArrayList<>(chunk.size());
    for (R row : chunk) {
      R read = returned.get(mapping.id(row));
      if (read == null) {
        throw new Incomplete();
      }
      stored.add(read);
    }
    return stored;
  }

  /** The statement with its row of parameters repeated. */
  private static String text(Operation<?> operation, int rows) {
    String sql = operation.sql();
    String row = operation.row();
    int end = sql.indexOf(row) + row.length();
    StringBuilder text = new StringBuilder(sql.length() + (row.length() + 2) * rows);
    text.append(sql, 0, end);
    for (int i = 1; i < rows; i++) {
      text.append(", ").append(row);
    }
    return text.append(sql, end, sql.length()).toString();
  }

  /** A chunk changed fewer rows than it has; undoes it. */
  private static final class Incomplete extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    Incomplete() {
      super("a chunk was stored in part", null, false, false);
    }
  }
}
