package dev.dbrazor.mapping;

import dev.dbrazor.value.VectorForm;
import java.util.HexFormat;

/** A vector as a BLOB of float32, little-endian; base64 of it in a JSON document. */
record VectorType(VectorForm form) implements ValueType<float[]> {
  @Override
  public void bind(Binder to, int parameter, float[] value) {
    to.blob(parameter, form.toBytes(value));
  }

  @Override
  public float[] read(ResultRow row, int column) {
    return form.fromBytes(row.blob(column));
  }

  @Override
  public Object listItem(float[] value) {
    return HexFormat.of().formatHex(form.toBytes(value));
  }

  @Override
  public String listItemSql() {
    return "unhex(value)";
  }

  @Override
  public ValueType<float[]> inJson() {
    return DocumentType.text(new TextType<>(form));
  }
}
