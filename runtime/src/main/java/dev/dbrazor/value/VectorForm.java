package dev.dbrazor.value;

import dev.dbrazor.annotation.Metric;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * A vector of fixed dimension as bytes: float32, little-endian.
 *
 * @param metric what the vector is compared by: under {@link Metric#COSINE} a zero vector has no
 *     direction and is refused
 */
public record VectorForm(int dimensions, Metric metric) implements TextForm<float[]> {
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  /** Throws for a vector that cannot be stored, nor compared with stored ones. */
  public void check(float[] value) {
    if (value.length != dimensions) {
      throw new ValueException("a vector of " + dimensions + " expected, found " + value.length);
    }
    boolean zero = true;
    for (int i = 0; i < dimensions; i++) {
      zero &= checked(value[i], i) == 0;
    }
    if (zero && metric == Metric.COSINE) {
      throw new ValueException("a zero vector has no direction to compare by cosine");
    }
  }

  public byte[] toBytes(float[] value) {
    check(value);
    byte[] bytes = new byte[Math.multiplyExact(dimensions, Float.BYTES)];
    for (int i = 0; i < dimensions; i++) {
      FLOATS.set(bytes, i * Float.BYTES, value[i]);
    }
    return bytes;
  }

  public float[] fromBytes(byte[] bytes) {
    if (bytes.length != (long) dimensions * Float.BYTES) {
      throw new ValueException(
          "a vector of " + dimensions + " expected, found " + bytes.length + " bytes");
    }
    float[] value = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      value[i] = checked((float) FLOATS.get(bytes, i * Float.BYTES), i);
    }
    return value;
  }

  /** Base64 of the bytes: how a vector stands in a JSON document. */
  @Override
  public String toText(float[] value) {
    return TextForms.BASE64.toText(toBytes(value));
  }

  @Override
  public float[] fromText(String text) {
    return fromBytes(TextForms.BASE64.fromText(text));
  }

  private static float checked(float element, int index) {
    if (!Float.isFinite(element)) {
      throw new ValueException("element " + index + " of the vector is " + element);
    }
    return element;
  }
}
