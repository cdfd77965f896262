package dev.dbrazor.mapping;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.value.Text;
import dev.dbrazor.value.ValueException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds the parameters of one run of a statement, checking what SQLite would silently change: NaN,
 * NUL characters and lone surrogates are a {@link MappingException}, a null without {@code OrNull}
 * is a {@link NotNullException}, both naming the component.
 *
 * <p>Parameters count from 1. One thread, one statement.
 */
public final class Binder {
  private final DriverStatement statement;
  private final int offset;
  private final List<String> names;

  /**
   * @param offset added to every parameter: the parameters of earlier rows in a statement of many
   * @param names what the parameters stand for, for messages: {@code customers.email}; may be
   *     shorter than the parameters
   */
  public Binder(DriverStatement statement, int offset, List<String> names) {
    this.statement = statement;
    this.offset = offset;
    this.names = names;
  }

  /** Binds NULL. */
  public void nothing(int parameter) {
    statement.bindNull(offset + parameter);
  }

  public void bool(int parameter, boolean value) {
    statement.bindInt64(offset + parameter, value ? 1 : 0);
  }

  public void boolOrNull(int parameter, @Nullable Boolean value) {
    if (value == null) {
      nothing(parameter);
    } else {
      bool(parameter, value);
    }
  }

  public void int8(int parameter, byte value) {
    statement.bindInt64(offset + parameter, value);
  }

  public void int8OrNull(int parameter, @Nullable Byte value) {
    if (value == null) {
      nothing(parameter);
    } else {
      int8(parameter, value);
    }
  }

  public void int16(int parameter, short value) {
    statement.bindInt64(offset + parameter, value);
  }

  public void int16OrNull(int parameter, @Nullable Short value) {
    if (value == null) {
      nothing(parameter);
    } else {
      int16(parameter, value);
    }
  }

  public void int32(int parameter, int value) {
    statement.bindInt64(offset + parameter, value);
  }

  public void int32OrNull(int parameter, @Nullable Integer value) {
    if (value == null) {
      nothing(parameter);
    } else {
      int32(parameter, value);
    }
  }

  public void int64(int parameter, long value) {
    statement.bindInt64(offset + parameter, value);
  }

  public void int64OrNull(int parameter, @Nullable Long value) {
    if (value == null) {
      nothing(parameter);
    } else {
      int64(parameter, value.longValue());
    }
  }

  public void float32(int parameter, float value) {
    float64(parameter, value);
  }

  public void float32OrNull(int parameter, @Nullable Float value) {
    if (value == null) {
      nothing(parameter);
    } else {
      float32(parameter, value.floatValue());
    }
  }

  /** -0.0 is stored as 0.0. */
  public void float64(int parameter, double value) {
    if (value != value) {
      throw refused(parameter, new ValueException("NaN cannot be stored"));
    }
    statement.bindFloat64(offset + parameter, value + 0.0);
  }

  public void float64OrNull(int parameter, @Nullable Double value) {
    if (value == null) {
      nothing(parameter);
    } else {
      float64(parameter, value.doubleValue());
    }
  }

  public void character(int parameter, char value) {
    text(parameter, String.valueOf(value));
  }

  public void characterOrNull(int parameter, @Nullable Character value) {
    if (value == null) {
      nothing(parameter);
    } else {
      character(parameter, value);
    }
  }

  public void text(int parameter, String value) {
    if (value == null) {
      throw missing(parameter, "");
    }
    try {
      Text.check(value);
    } catch (ValueException e) {
      throw refused(parameter, e);
    }
    statement.bindText(offset + parameter, value);
  }

  public void textOrNull(int parameter, @Nullable String value) {
    if (value == null) {
      nothing(parameter);
    } else {
      text(parameter, value);
    }
  }

  /**
   * The array is read before this returns or when the statement runs: it must not change until
   * then.
   */
  public void blob(int parameter, byte[] value) {
    if (value == null) {
      throw missing(parameter, "");
    }
    statement.bindBlob(offset + parameter, value);
  }

  public void blobOrNull(int parameter, byte @Nullable [] value) {
    if (value == null) {
      nothing(parameter);
    } else {
      blob(parameter, value);
    }
  }

  /** An integer key; 0 binds NULL, for which the database chooses one. */
  public void key(int parameter, long value) {
    if (value == 0) {
      nothing(parameter);
    } else {
      int64(parameter, value);
    }
  }

  /** An integer key; null and 0 bind NULL, for which the database chooses one. */
  public void key(int parameter, @Nullable Long value) {
    key(parameter, value == null ? 0 : value.longValue());
  }

  /** What an Optional holds, or null; an Optional that is null itself is refused. */
  public <V> @Nullable V orNull(int parameter, @Nullable Optional<V> value) {
    if (value == null) {
      throw missing(parameter, "");
    }
    return value.orElse(null);
  }

  public <V> void value(int parameter, V value, ValueType<V> type) {
    if (value == null) {
      throw missing(parameter, "");
    }
    try {
      type.bind(this, parameter, value);
    } catch (ValueException e) {
      throw refused(parameter, e);
    }
  }

  public <V> void valueOrNull(int parameter, @Nullable V value, ValueType<V> type) {
    if (value == null) {
      nothing(parameter);
    } else {
      value(parameter, value, type);
    }
  }

  private DbRazorException refused(int parameter, ValueException problem) {
    if (problem.isMissing()) {
      return missing(parameter, problem.path());
    }
    String name = name(parameter);
    return new MappingException(problem.in(name).details().withColumn(name), problem);
  }

  private NotNullException missing(int parameter, String path) {
    String name = name(parameter);
    String component = ValueException.join(name, path);
    ErrorDetails details =
        ErrorDetails.of(ErrorCode.NOT_NULL, component + " must not be null")
            .withColumn(name)
            .withComponent(component);
    return new NotNullException(details, null);
  }

  private String name(int parameter) {
    return parameter <= names.size()
        ? names.get(parameter - 1)
        : "parameter " + (offset + parameter);
  }
}
