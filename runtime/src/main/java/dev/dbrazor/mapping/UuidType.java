package dev.dbrazor.mapping;

import dev.dbrazor.value.TextForms;
import dev.dbrazor.value.UuidBytes;
import java.util.UUID;

/** A UUID as a BLOB of 16 bytes; canonical text in a JSON document. */
enum UuidType implements ValueType<UUID> {
  INSTANCE;

  private static final ValueType<UUID> TEXT = new TextType<>(TextForms.UUID);

  @Override
  public void bind(Binder to, int parameter, UUID value) {
    to.blob(parameter, UuidBytes.of(value));
  }

  @Override
  public UUID read(ResultRow row, int column) {
    return UuidBytes.toUuid(row.blob(column));
  }

  @Override
  public Object listItem(UUID value) {
    return UuidBytes.hex(value);
  }

  @Override
  public String listItemSql() {
    return "unhex(value)";
  }

  @Override
  public ValueType<UUID> inJson() {
    return DocumentType.text(TEXT);
  }
}
