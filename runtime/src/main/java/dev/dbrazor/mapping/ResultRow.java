package dev.dbrazor.mapping;

import static java.util.stream.Collectors.joining;

import dev.dbrazor.MappingException;
import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.value.Numbers;
import dev.dbrazor.value.ValueException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the columns of a statement's current row. NULL where a method does not say {@code OrNull},
 * and a value out of the Java type's range, are a {@link MappingException} that names the column.
 *
 * <p>Columns count from 0. One thread; valid while its statement is, and always about the row that
 * the statement stands on.
 */
public final class ResultRow {
  private final DriverStatement statement;
  private final int offset;
  private final List<String> names;

  /**
   * @param names what the columns stand for, for messages; may be shorter than the columns
   */
  public ResultRow(DriverStatement statement, List<String> names) {
    this(statement, 0, names);
  }

  private ResultRow(DriverStatement statement, int offset, List<String> names) {
    this.statement = statement;
    this.offset = offset;
    this.names = names;
  }

  /** The same row with {@code column} as its column 0, e.g. the second record of a join. */
  public ResultRow from(int column) {
    return new ResultRow(statement, offset + column, names);
  }

  public boolean isNull(int column) {
    return statement.type(offset + column) == ColumnType.NULL;
  }

  public boolean bool(int column) {
    try {
      return Numbers.toBoolean(int64(column));
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public @Nullable Boolean boolOrNull(int column) {
    return isNull(column) ? null : bool(column);
  }

  public byte int8(int column) {
    try {
      return Numbers.toByte(int64(column));
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public @Nullable Byte int8OrNull(int column) {
    return isNull(column) ? null : int8(column);
  }

  public short int16(int column) {
    try {
      return Numbers.toShort(int64(column));
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public @Nullable Short int16OrNull(int column) {
    return isNull(column) ? null : int16(column);
  }

  public int int32(int column) {
    try {
      return Numbers.toInt(int64(column));
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public @Nullable Integer int32OrNull(int column) {
    return isNull(column) ? null : int32(column);
  }

  public long int64(int column) {
    long value = statement.int64(offset + column);
    if (value == 0) {
      requireType(column, ColumnType.INTEGER);
    }
    return value;
  }

  public @Nullable Long int64OrNull(int column) {
    return isNull(column) ? null : int64(column);
  }

  public float float32(int column) {
    try {
      return Numbers.toFloat(float64(column));
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public @Nullable Float float32OrNull(int column) {
    return isNull(column) ? null : float32(column);
  }

  public double float64(int column) {
    double value = statement.float64(offset + column);
    if (value == 0) {
      requireNumber(column);
    }
    return value;
  }

  public @Nullable Double float64OrNull(int column) {
    return isNull(column) ? null : float64(column);
  }

  public char character(int column) {
    try {
      return Numbers.toCharacter(text(column));
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public @Nullable Character characterOrNull(int column) {
    return isNull(column) ? null : character(column);
  }

  public String text(int column) {
    String value = statement.text(offset + column);
    if (value == null) {
      throw unreadable(column, ValueException.missing());
    }
    return value;
  }

  public @Nullable String textOrNull(int column) {
    return statement.text(offset + column);
  }

  public byte[] blob(int column) {
    byte[] value = statement.blob(offset + column);
    if (value == null) {
      throw unreadable(column, ValueException.missing());
    }
    return value;
  }

  public byte @Nullable [] blobOrNull(int column) {
    return statement.blob(offset + column);
  }

  public <V> V value(int column, ValueType<V> type) {
    try {
      return type.read(this, column);
    } catch (ValueException e) {
      throw unreadable(column, e);
    }
  }

  public <V> @Nullable V valueOrNull(int column, ValueType<V> type) {
    return isNull(column) ? null : value(column, type);
  }

  /** Refuses a value of another storage class, which SQLite would convert when it is read. */
  void require(int column, Set<ColumnType> wanted) {
    ColumnType found = statement.type(offset + column);
    if (!wanted.contains(found)) {
      String names = wanted.stream().sorted().map(ColumnType::name).collect(joining(" or "));
      throw unreadable(column, wrongType(names, found));
    }
  }

  /** A zero is read for NULL and for text too; other values are not looked at twice. */
  private void requireType(int column, ColumnType wanted) {
    if (statement.type(offset + column) != wanted) {
      throw wrongType(column, wanted);
    }
  }

  /** Apart, so that what is called for each zero stays small. */
  private MappingException wrongType(int column, ColumnType wanted) {
    return unreadable(column, wrongType(wanted.name(), statement.type(offset + column)));
  }

  private void requireNumber(int column) {
    ColumnType found = statement.type(offset + column);
    if (found != ColumnType.FLOAT && found != ColumnType.INTEGER) {
      throw unreadable(column, wrongType(ColumnType.FLOAT.name(), found));
    }
  }

  private static ValueException wrongType(String wanted, ColumnType found) {
    return found == ColumnType.NULL
        ? ValueException.missing()
        : new ValueException(wanted + " expected, found " + found);
  }

  private MappingException unreadable(int column, ValueException problem) {
    int index = offset + column;
    String name = index < names.size() ? names.get(index) : statement.columnName(index);
    return new MappingException(problem.in(name).details().withColumn(name), problem);
  }
}
