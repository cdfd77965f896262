package dev.dbrazor.driver;

import org.jspecify.annotations.Nullable;

/**
 * A prepared statement: bind, step, read columns, reset. Parameters count from 1, columns from 0,
 * as in SQLite's own interface.
 *
 * <p>Confined to one thread at a time. Values are passed to the engine as they are: checks of range
 * and text are made above this ring.
 */
public interface DriverStatement extends AutoCloseable {
  void bindNull(int parameter);

  void bindInt64(int parameter, long value);

  void bindFloat64(int parameter, double value);

  void bindText(int parameter, String value);

  void bindBlob(int parameter, byte[] value);

  /** The highest parameter number. */
  int parameterCount();

  /**
   * Lets this run fetch rows before they are asked for, until {@link #reset}. For who reads all of
   * them before anything else is done on the connection: what is changed in between would not be
   * seen. Each row still has the values and conversions it has without.
   */
  default void readAhead() {}

  /**
   * Runs to the next row: true when there is one, false when the statement is done. One that failed
   * for a lock keeps its bindings and can be stepped again, from its beginning.
   */
  boolean step();

  /** The storage class of a column of the current row. */
  ColumnType type(int column);

  /** Number of result columns; 0 for a statement that returns nothing. */
  int columnCount();

  String columnName(int column);

  /** 0 for NULL; ask {@link #type} where 0 is ambiguous. */
  long int64(int column);

  /** 0.0 for NULL. */
  double float64(int column);

  /** Null for NULL. */
  @Nullable String text(int column);

  /** Null for NULL; an empty array for an empty BLOB. */
  byte @Nullable [] blob(int column);

  /** Rows changed by the last completed run, cascades and triggers excluded. */
  long changes();

  /** Ends a run, drops bindings, makes the statement ready for the next one. */
  void reset();

  /** False after an error that made the engine's statement unusable: it must not be kept. */
  boolean reusable();

  @Override
  void close();
}
