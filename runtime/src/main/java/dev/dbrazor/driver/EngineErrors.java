package dev.dbrazor.driver;

import dev.dbrazor.CheckConstraintException;
import dev.dbrazor.ConstraintException;
import dev.dbrazor.CorruptDatabaseException;
import dev.dbrazor.DbRazorException;
import dev.dbrazor.ErrorCode;
import dev.dbrazor.ErrorDetails;
import dev.dbrazor.ForeignKeyException;
import dev.dbrazor.LockTimeoutException;
import dev.dbrazor.MappingException;
import dev.dbrazor.NotNullException;
import dev.dbrazor.OperationInterruptedException;
import dev.dbrazor.ReadOnlyDatabaseException;
import dev.dbrazor.StatementException;
import dev.dbrazor.StorageException;
import dev.dbrazor.UniqueConstraintException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From the engine's extended result codes (https://www.sqlite.org/rescode.html) to typed errors.
 *
 * <pre>
 * CONSTRAINT_UNIQUE 2067, _PRIMARYKEY 1555, _ROWID 2579   UniqueConstraintException
 * CONSTRAINT_FOREIGNKEY 787                               ForeignKeyException
 * CONSTRAINT_CHECK 275                                    CheckConstraintException
 * CONSTRAINT_NOTNULL 1299                                 NotNullException
 * CONSTRAINT_DATATYPE 3091 (STRICT), MISMATCH 20          MappingException
 * CONSTRAINT_TRIGGER 1811 and other 19                    ConstraintException; ForeignKeyException for ON DELETE RESTRICT, see below
 * BUSY 5, LOCKED 6 and their kinds                        LockTimeoutException
 * READONLY 8 and its kinds                                ReadOnlyDatabaseException
 * INTERRUPT 9                                             OperationInterruptedException
 * CORRUPT 11, NOTADB 26                                   CorruptDatabaseException
 * NOMEM 7, IOERR 10, FULL 13, CANTOPEN 14                 StorageException
 * ERROR 1, TOOBIG 18, MISUSE 21, RANGE 25, all else       StatementException
 * </pre>
 *
 * A sum that leaves the range of 64 bits is ERROR 1 too, told apart by its text: MappingException;
 * and so is a number in the file's header that the engine does not know: CorruptDatabaseException.
 * The engine carries out RESTRICT by an internal trigger, so its code is that of RAISE(ABORT); only
 * the text tells the two apart.
 */
public final class EngineErrors {
  private static final String RESTRICTED = "FOREIGN KEY constraint failed";
  private static final String OVERFLOW = "integer overflow";
  private static final String UNKNOWN_FORMAT = "unsupported file format";
  private static final String OVERFLOWN =
      "The result of sum or abs is out of the range of a 64-bit integer (long)";

  private EngineErrors() {}

  /**
   * The typed error for a result code.
   *
   * @param message the engine's own words; for a constraint they name {@code table.column}, which
   *     the details then hold
   */
  public static DbRazorException of(
      int resultCode, String message, @Nullable String sql, @Nullable Throwable cause) {
    return switch (resultCode & 0xFF) {
      case 5, 6 ->
          new LockTimeoutException(
              details(ErrorCode.LOCK_TIMEOUT, "Another connection holds a lock: " + message, sql),
              cause);
      case 8 -> new ReadOnlyDatabaseException(details(ErrorCode.READ_ONLY, message, sql), cause);
      case 9 ->
          new OperationInterruptedException(details(ErrorCode.INTERRUPTED, message, sql), cause);
      case 11, 26 ->
          new CorruptDatabaseException(details(ErrorCode.CORRUPT_DATABASE, message, sql), cause);
      case 7, 10, 13, 14 -> new StorageException(details(ErrorCode.STORAGE, message, sql), cause);
      case 19 -> constraint(resultCode, message, sql, cause);
      case 20 -> new MappingException(details(ErrorCode.MAPPING, message, sql), cause);
      default -> toldApartByText(message, sql, cause);
    };
  }

  private static DbRazorException toldApartByText(
      String message, @Nullable String sql, @Nullable Throwable cause) {
    if (message.equals(OVERFLOW)) {
      return new MappingException(details(ErrorCode.MAPPING, OVERFLOWN, sql), cause);
    }
    return message.equals(UNKNOWN_FORMAT)
        ? new CorruptDatabaseException(details(ErrorCode.CORRUPT_DATABASE, message, sql), cause)
        : new StatementException(details(ErrorCode.STATEMENT, message, sql), cause);
  }

  private static DbRazorException constraint(
      int resultCode, String message, @Nullable String sql, @Nullable Throwable cause) {
    return switch (resultCode) {
      case 2067, 1555, 2579 ->
          new UniqueConstraintException(columns(ErrorCode.UNIQUE_CONSTRAINT, message, sql), cause);
      case 1299 -> new NotNullException(columns(ErrorCode.NOT_NULL, message, sql), cause);
      case 3091 -> new MappingException(details(ErrorCode.MAPPING, message, sql), cause);
      case 787 -> new ForeignKeyException(details(ErrorCode.FOREIGN_KEY, message, sql), cause);
      case 275 ->
          new CheckConstraintException(details(ErrorCode.CHECK_CONSTRAINT, message, sql), cause);
      default ->
          message.equals(RESTRICTED)
              ? new ForeignKeyException(details(ErrorCode.FOREIGN_KEY, message, sql), cause)
              : new ConstraintException(details(ErrorCode.CONSTRAINT, message, sql), cause);
    };
  }

  private static ErrorDetails details(ErrorCode code, String message, @Nullable String sql) {
    return ErrorDetails.of(code, message).withSql(sql);
  }

  /**
   * {@code UNIQUE constraint failed: t.a, t.b}; an index on expressions is named instead, and then
   * no column is known.
   */
  private static ErrorDetails columns(ErrorCode code, String message, @Nullable String sql) {
    ErrorDetails details = details(code, message, sql);
    int list = message.indexOf(": ");
    if (list < 0 || message.startsWith("index '", list + 2)) {
      return details;
    }
    List<String> qualified = Stream.of(message.substring(list + 2).split(", ")).toList();
    String first = qualified.get(0);
    int dot = first.indexOf('.');
    return dot < 0
        ? details
        : details
            .withCollection(first.substring(0, dot))
            .withColumns(
                qualified.stream().map(name -> name.substring(name.indexOf('.') + 1)).toList());
  }
}
