package dev.dbrazor.mapping;

import dev.dbrazor.value.Numbers;
import dev.dbrazor.value.TextForms;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The types that SQLite has too: what binder and row do by themselves. */
final class PlainTypes {
  private PlainTypes() {}

  static final ValueType<Byte> BYTE =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Byte value) {
          to.int8(parameter, value);
        }

        @Override
        public Byte read(ResultRow row, int column) {
          return row.int8(column);
        }

        @Override
        public Object listItem(Byte value) {
          return value.longValue();
        }

        @Override
        public ValueType<Byte> inJson() {
          return DocumentType.integer(this);
        }
      };

  static final ValueType<Short> SHORT =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Short value) {
          to.int16(parameter, value);
        }

        @Override
        public Short read(ResultRow row, int column) {
          return row.int16(column);
        }

        @Override
        public Object listItem(Short value) {
          return value.longValue();
        }

        @Override
        public ValueType<Short> inJson() {
          return DocumentType.integer(this);
        }
      };

  static final ValueType<Integer> INT =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Integer value) {
          to.int32(parameter, value);
        }

        @Override
        public Integer read(ResultRow row, int column) {
          return row.int32(column);
        }

        @Override
        public Object listItem(Integer value) {
          return value.longValue();
        }

        @Override
        public ValueType<Integer> inJson() {
          return DocumentType.integer(this);
        }
      };

  static final ValueType<Long> LONG =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Long value) {
          to.int64(parameter, value);
        }

        @Override
        public Long read(ResultRow row, int column) {
          return row.int64(column);
        }

        @Override
        public Object listItem(Long value) {
          return value;
        }

        @Override
        public ValueType<Long> inJson() {
          return DocumentType.integer(this);
        }
      };

  static final ValueType<Float> FLOAT =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Float value) {
          to.float32(parameter, value);
        }

        @Override
        public Float read(ResultRow row, int column) {
          return row.float32(column);
        }

        @Override
        public Object listItem(Float value) {
          return Numbers.stored(value.doubleValue());
        }

        /** NaN stays, for {@link #bind} to refuse. */
        @Override
        public @Nullable Float stored(@Nullable Float value) {
          return value == null ? null : value + 0.0f;
        }

        @Override
        public ValueType<Float> inJson() {
          return DocumentType.number(this);
        }
      };

  static final ValueType<Double> DOUBLE =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Double value) {
          to.float64(parameter, value);
        }

        @Override
        public Double read(ResultRow row, int column) {
          return row.float64(column);
        }

        @Override
        public Object listItem(Double value) {
          return Numbers.stored(value);
        }

        /** NaN stays, for {@link #bind} to refuse. */
        @Override
        public @Nullable Double stored(@Nullable Double value) {
          return value == null ? null : value + 0.0;
        }

        @Override
        public ValueType<Double> inJson() {
          return DocumentType.number(this);
        }
      };

  static final ValueType<Character> CHAR =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, Character value) {
          to.character(parameter, value);
        }

        @Override
        public Character read(ResultRow row, int column) {
          return row.character(column);
        }

        @Override
        public Object listItem(Character value) {
          return TextForms.CHAR.toText(value);
        }

        @Override
        public ValueType<Character> inJson() {
          return DocumentType.text(this);
        }
      };

  static final ValueType<String> STRING =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, String value) {
          to.text(parameter, value);
        }

        @Override
        public String read(ResultRow row, int column) {
          return row.text(column);
        }

        @Override
        public Object listItem(String value) {
          return TextForms.STRING.toText(value);
        }

        @Override
        public ValueType<String> inJson() {
          return DocumentType.text(this);
        }
      };

  private static final ValueType<byte[]> BASE64 = new TextType<>(TextForms.BASE64);

  static final ValueType<byte[]> BYTES =
      new ValueType<>() {
        @Override
        public void bind(Binder to, int parameter, byte[] value) {
          to.blob(parameter, value);
        }

        @Override
        public byte[] read(ResultRow row, int column) {
          return row.blob(column);
        }

        @Override
        public Object listItem(byte[] value) {
          return HexFormat.of().formatHex(value);
        }

        @Override
        public String listItemSql() {
          return "unhex(value)";
        }

        @Override
        public ValueType<byte[]> inJson() {
          return DocumentType.text(BASE64);
        }
      };
}
