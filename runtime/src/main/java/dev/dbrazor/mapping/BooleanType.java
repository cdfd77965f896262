package dev.dbrazor.mapping;

/**
 * A boolean: 0 or 1 in a column, {@code true} or {@code false} in a JSON document, which SQL reads
 * as 1 or 0.
 */
enum BooleanType implements ValueType<Boolean> {
  COLUMN,
  IN_JSON;

  @Override
  public void bind(Binder to, int parameter, Boolean value) {
    to.bool(parameter, value);
  }

  @Override
  public Boolean read(ResultRow row, int column) {
    return row.bool(column);
  }

  @Override
  public Object listItem(Boolean value) {
    return value ? 1L : 0L;
  }

  @Override
  public ValueType<Boolean> inJson() {
    return DocumentType.integer(IN_JSON);
  }

  @Override
  public String jsonParameter() {
    return this == COLUMN ? "?" : "CASE ? WHEN 1 THEN json('true') WHEN 0 THEN json('false') END";
  }
}
