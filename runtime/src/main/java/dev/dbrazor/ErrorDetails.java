package dev.dbrazor;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an error knows about itself; immutable, each {@code with…} returns a copy. {@code columns}
 * are unqualified names as the engine gives them, {@code component} is the record component they
 * stand for.
 */
public record ErrorDetails(
    ErrorCode code,
    String message,
    @Nullable String sql,
    @Nullable String collection,
    List<String> columns,
    @Nullable String component,
    @Nullable Object id,
    TransactionState transactionState)
    implements Serializable {
  public ErrorDetails {
    columns = List.copyOf(columns);
  }

  public static ErrorDetails of(ErrorCode code, String message) {
    return new ErrorDetails(
        code, message, null, null, List.of(), null, null, TransactionState.NONE);
  }

  public ErrorDetails withCode(ErrorCode newCode) {
    return new ErrorDetails(
        newCode, message, sql, collection, columns, component, id, transactionState);
  }

  public ErrorDetails withMessage(String newMessage) {
    return new ErrorDetails(
        code, newMessage, sql, collection, columns, component, id, transactionState);
  }

  public ErrorDetails withSql(@Nullable String newSql) {
    return new ErrorDetails(
        code, message, newSql, collection, columns, component, id, transactionState);
  }

  public ErrorDetails withCollection(@Nullable String newCollection) {
    return new ErrorDetails(
        code, message, sql, newCollection, columns, component, id, transactionState);
  }

  public ErrorDetails withColumn(String column) {
    return withColumns(List.of(column));
  }

  public ErrorDetails withColumns(List<String> newColumns) {
    return new ErrorDetails(
        code, message, sql, collection, newColumns, component, id, transactionState);
  }

  public ErrorDetails withComponent(@Nullable String newComponent) {
    return new ErrorDetails(
        code, message, sql, collection, columns, newComponent, id, transactionState);
  }

  public ErrorDetails withId(@Nullable Object newId) {
    return new ErrorDetails(
        code, message, sql, collection, columns, component, newId, transactionState);
  }

  public ErrorDetails withTransactionState(TransactionState newState) {
    return new ErrorDetails(code, message, sql, collection, columns, component, id, newState);
  }

  /** The columns in one text, {@code a, b}; null when none is known. */
  public @Nullable String column() {
    return columns.isEmpty() ? null : String.join(", ", columns);
  }
}
