package dev.dbrazor.value;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.UUID;

/** A UUID as its 16 bytes, most significant first, so that byte order is the order of version 7. */
public final class UuidBytes {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int LENGTH = 16;

  private UuidBytes() {}

  public static byte[] of(UUID value) {
    byte[] bytes = new byte[LENGTH];
    LONGS.set(bytes, 0, value.getMostSignificantBits());
    LONGS.set(bytes, 8, value.getLeastSignificantBits());
    return bytes;
  }

  public static UUID toUuid(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new ValueException("a UUID has 16 bytes, found " + bytes.length);
    }
    return new UUID((long) LONGS.get(bytes, 0), (long) LONGS.get(bytes, 8));
  }

  /** 32 hexadecimal digits, which SQL's {@code unhex} turns into the bytes. */
  public static String hex(UUID value) {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(value.getMostSignificantBits())
        + hex.toHexDigits(value.getLeastSignificantBits());
  }
}
