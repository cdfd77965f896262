package dev.dbrazor;

import dev.dbrazor.driver.ColumnType;
import dev.dbrazor.driver.DriverStatement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The current row of a plain query, with the checks of type and range that SQLite leaves out. */
final class StatementRow implements Row {
  private final DriverStatement statement;
  private final String sql;
  private String @Nullable [] names;

  StatementRow(DriverStatement statement, String sql) {
    this.statement = statement;
    this.sql = sql;
  }

  @Override
  public boolean isNull(int column) {
    return type(column) == ColumnType.NULL;
  }

  @Override
  public String text(int column) {
    require(column, ColumnType.TEXT, "text");
    return Objects.requireNonNull(statement.text(column));
  }

  @Override
  public @Nullable String textOrNull(int column) {
    return isNull(column) ? null : text(column);
  }

  @Override
  public long int64(int column) {
    require(column, ColumnType.INTEGER, "a whole number");
    return statement.int64(column);
  }

  @Override
  public int int32(int column) {
    long value = int64(column);
    if (value != (int) value) {
      throw wrong(column, "holds " + value + ", which is out of the range of int");
    }
    return (int) value;
  }

  @Override
  public double float64(int column) {
    if (type(column) != ColumnType.INTEGER) {
      require(column, ColumnType.FLOAT, "a number");
    }
    return statement.float64(column);
  }

  @Override
  public byte[] blob(int column) {
    require(column, ColumnType.BLOB, "a BLOB");
    return Objects.requireNonNull(statement.blob(column));
  }

  @Override
  public boolean isNull(String column) {
    return isNull(index(column));
  }

  @Override
  public String text(String column) {
    return text(index(column));
  }

  @Override
  public @Nullable String textOrNull(String column) {
    return textOrNull(index(column));
  }

  @Override
  public long int64(String column) {
    return int64(index(column));
  }

  @Override
  public int int32(String column) {
    return int32(index(column));
  }

  @Override
  public double float64(String column) {
    return float64(index(column));
  }

  @Override
  public byte[] blob(String column) {
    return blob(index(column));
  }

  private ColumnType type(int column) {
    if (column < 0 || column >= statement.columnCount()) {
      throw error(
          "There is no column " + column + "; the row has " + String.join(", ", names()), null);
    }
    return statement.type(column);
  }

  private void require(int column, ColumnType expected, String description) {
    ColumnType actual = type(column);
    if (actual != expected) {
      throw wrong(
          column,
          "holds "
              + (actual == ColumnType.NULL ? "NULL" : "a value of type " + actual)
              + ", not "
              + description);
    }
  }

  private int index(String name) {
    String[] all = names();
    int found = -1;
    for (int i = 0; i < all.length; i++) {
      if (all[i].equalsIgnoreCase(name)) {
        if (found >= 0) {
          throw error(
              "Column '" + name + "' is in the row more than once; use AS, or its number", name);
        }
        found = i;
      }
    }
    if (found < 0) {
      throw error("There is no column '" + name + "'; the row has " + String.join(", ", all), name);
    }
    return found;
  }

  private String[] names() {
    String[] known = names;
    if (known == null) {
      known = new String[statement.columnCount()];
      for (int i = 0; i < known.length; i++) {
        known[i] = statement.columnName(i);
      }
      names = known;
    }
    return known;
  }

  private MappingException wrong(int column, String problem) {
    String name = names()[column];
    return error("Column " + column + " (" + name + ") " + problem, name);
  }

  private MappingException error(String message, @Nullable String column) {
    ErrorDetails details = ErrorDetails.of(ErrorCode.MAPPING, message).withSql(sql);
    return new MappingException(column == null ? details : details.withColumn(column), null);
  }
}
