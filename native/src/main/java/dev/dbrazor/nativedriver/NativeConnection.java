package dev.dbrazor.nativedriver;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.driver.DriverConnection;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.driver.EngineErrors;
import dev.dbrazor.driver.OpenOptions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One connection, without the engine's own locks: the gate keeps its thread and one that closes it
 * apart.
 */
final class NativeConnection implements DriverConnection {
  private static final int STEPS_BETWEEN_QUESTIONS = 10_000;

  private final long connection;
  private final Gate gate = new Gate();
  private final Memory memory = new Memory();

  /** Keeps interrupting and closing apart; the gate is held by the statement to interrupt. */
  private final Object lifetime = new Object();

  /** Holds what the engine calls; until the connection is closed. */
  private @Nullable Arena functions;

  /** What the engine will have to ask, as long as it cannot. Used inside the gate. */
  private @Nullable BooleanSupplier unasked;

  /**
   * Whether what was copied, in UTF-8, is what the engine would convert: one of a file in another
   * encoding looks at a text's bytes in that.
   */
  private boolean readsAhead;

  private volatile int interrupts;

  /** Ours; the engine has its own beside them, those of full-text tables. Used inside the gate. */
  private final Set<NativeStatement> statements =
      Collections.newSetFromMap(new IdentityHashMap<>());

  /** Null where the engine copies no rows. */
  private final @Nullable RowBuffer rows;

  private final Conversion conversion = new Conversion(this);

  private boolean closed;

  private NativeConnection(long connection, boolean copiesRows) {
    this.connection = connection;
    this.rows = copiesRows ? new RowBuffer() : null;
  }

  /** Rows are copied by the calls that lead to them, or asked for column by column. */
  static NativeConnection open(OpenOptions options, boolean copiesRows) {
    NativeConnection opened = new NativeConnection(connect(options), copiesRows);
    try {
      Settings.apply(opened.connection, options);
      opened.touch();
      return opened;
    } catch (DbRazorException e) {
      opened.close();
      throw e;
    }
  }

  private static long connect(OpenOptions options) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment result = Memory.pointer(arena);
      MemorySegment name = Memory.words(options.fileName(), arena);
      int code = ConnectionCalls.open(name, result, Settings.flags(options.mode()));
      long connection = Memory.read(result);
      if (code != Codes.OK) {
        String message = connection == 0 ? "" : ConnectionCalls.errorMessage(connection);
        ConnectionCalls.close(connection);
        throw EngineErrors.of(code, "Cannot open " + options.file() + ": " + message, null, null);
      }
      return connection;
    }
  }

  /** The engine reads the file with the first statement; one that is no database is found here. */
  private void touch() {
    try (DriverStatement encoding = prepare("PRAGMA encoding")) {
      readsAhead = encoding.step() && "UTF-8".equals(encoding.text(0));
    }
  }

  @Override
  public DriverStatement prepare(String sql) {
    gate.enter();
    try {
      NativeStatement statement = new NativeStatement(this, compile(sql), sql);
      statements.add(statement);
      return statement;
    } finally {
      gate.leave();
    }
  }

  /** To be called inside the gate; who compiles it closes it, before the connection. */
  long compile(String sql) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment result = Memory.pointer(arena);
      check(StatementCalls.prepare(connection, Memory.words(sql, arena), result), sql);
      long statement = Memory.read(result);
      if (statement == 0) {
        throw EngineErrors.of(Codes.ERROR, "There is no statement in the text", sql, null);
      }
      return statement;
    }
  }

  /** To be called inside the gate: the message is that of the last call. */
  void check(int code, @Nullable String sql) {
    if (code != Codes.OK) {
      throw error(code, sql);
    }
  }

  DbRazorException error(int code, @Nullable String sql) {
    return EngineErrors.of(code, ConnectionCalls.errorMessage(connection), sql, null);
  }

  Gate gate() {
    return gate;
  }

  @Nullable RowBuffer rows() {
    return rows;
  }

  boolean readsAhead() {
    return readsAhead;
  }

  Conversion conversion() {
    return conversion;
  }

  Memory memory() {
    return memory;
  }

  long changes() {
    return ConnectionCalls.changes(connection);
  }

  /** The code of the last call that failed. */
  int errorCode() {
    return ConnectionCalls.errorCode(connection);
  }

  @Override
  public boolean inTransaction() {
    if (!gate.tryEnter()) {
      return false;
    }
    try {
      return !ConnectionCalls.autocommit(connection);
    } finally {
      gate.leave();
    }
  }

  @Override
  public void interrupt() {
    synchronized (lifetime) {
      if (!closed) {
        interrupts++;
        ConnectionCalls.interrupt(connection);
      }
    }
  }

  /**
   * A function of Java's takes a start of a program ten milliseconds to make, and most statements
   * are over before it would be called. So at first the engine gets one of its own that stops
   * everything, and {@link #step} makes the other one when that has happened.
   */
  @Override
  public void stopWhen(BooleanSupplier asked) {
    gate.enter();
    try {
      unasked = asked;
      ConnectionCalls.progressHandler(
          connection, STEPS_BETWEEN_QUESTIONS, ConnectionCalls.alwaysStopping());
    } finally {
      gate.leave();
    }
  }

  private void ask(BooleanSupplier asked) {
    Arena arena = functions == null ? Arena.ofShared() : functions;
    functions = arena;
    unasked = null;
    ConnectionCalls.progressHandler(connection, STEPS_BETWEEN_QUESTIONS, Question.in(arena, asked));
  }

  /**
   * To at most so many rows, if they are copied. To be called inside the gate. What was stopped
   * although nobody was asked begins again; so it must have given no row and changed nothing.
   */
  int step(long statement, @Nullable CopiedRows into, int most, boolean begun) {
    BooleanSupplier asked = unasked;
    if (asked == null) {
      return step(statement, into, most);
    }
    if (!begun && StatementCalls.isReadOnly(statement)) {
      int before = interrupts;
      int code = step(statement, into, most);
      if (code != Codes.INTERRUPT || interrupts != before) {
        return code;
      }
      StatementCalls.reset(statement);
    }
    ask(asked);
    return step(statement, into, most);
  }

  private static int step(long statement, @Nullable CopiedRows into, int most) {
    return into == null ? StatementCalls.step(statement) : into.fetch(statement, most);
  }

  /** Ends what is running in another thread; its statement, and each later one, then throws. */
  @Override
  public void close() {
    synchronized (lifetime) {
      if (closed) {
        return;
      }
      gate.shut(() -> ConnectionCalls.interrupt(connection));
      closed = true;
      statements.forEach(NativeStatement::free);
      conversion.close();
      if (rows != null) {
        rows.free();
      }
      int code = ConnectionCalls.close(connection);
      if (functions != null) {
        functions.close();
      }
      if (code != Codes.OK) {
        throw EngineErrors.of(
            code, "Cannot close: " + ConnectionCalls.errorMessage(connection), null, null);
      }
    }
  }

  /** To be called inside the gate, by a statement that is freed. */
  void forget(NativeStatement statement) {
    statements.remove(statement);
  }
}
