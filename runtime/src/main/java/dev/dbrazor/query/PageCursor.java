package dev.dbrazor.query;

import dev.dbrazor.InvalidArgumentException;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the cursors of one query: base64 of the last row's keys, in URL-safe letters.
 *
 * <pre>
 * 1 byte   version of this form
 * 8 bytes  hash of the query's text, so that a cursor of another query is refused
 * each key 1 byte kind; then 8 bytes of an integer or a double, or 4 bytes length and the bytes of a text or BLOB
 * 4 bytes  CRC-32 of all before
 * </pre>
 *
 * It is no secret and no proof: who makes up a cursor reads no more than the query gives.
 */
final class PageCursor {
  private static final byte VERSION = 1;
  private static final int CHECKSUM = 4;
  private static final byte NULL = 0;
  private static final byte INTEGER = 1;
  private static final byte FLOAT = 2;
  private static final byte TEXT = 3;
  private static final byte BLOB = 4;

  private final long shape;
  private final int keys;

  /**
   * @param shape the query's text
   * @param keys how many values a cursor has
   */
  PageCursor(String shape, int keys) {
    this.shape = hash(shape);
    this.keys = keys;
  }

  String encode(List<RawValue> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(VERSION);
    out.writeBytes(eight(shape));
    for (RawValue value : values) {
      write(value.value(), out);
    }
    out.writeBytes(four((int) checksum(out.toByteArray(), out.size())));
    return text(out.toByteArray());
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static void write(@Nullable Object value, ByteArrayOutputStream out) {
    if (value == null) {
      out.write(NULL);
    } else if (value instanceof Long number) {
      out.write(INTEGER);
      out.writeBytes(eight(number));
    } else if (value instanceof Double number) {
      out.write(FLOAT);
      out.writeBytes(eight(Double.doubleToRawLongBits(number)));
    } else {
      boolean text = value instanceof String;
      byte[] bytes = text ? ((String) value).getBytes(StandardCharsets.UTF_8) : (byte[]) value;
      out.write(text ? TEXT : BLOB);
      out.writeBytes(four(bytes.length));
      out.writeBytes(bytes);
    }
  }

  /** The keys of a cursor that {@link #encode} made for a query of the same text. */
  List<RawValue> decode(String cursor) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      ByteBuffer in = ByteBuffer.wrap(bytes, 0, Math.max(0, bytes.length - CHECKSUM));
      int expected = ByteBuffer.wrap(bytes, in.limit(), CHECKSUM).getInt();
      if ((int) checksum(bytes, in.limit()) != expected || in.get() != VERSION) {
        throw damaged();
      }
      if (!text(bytes).equals(cursor)) {
        throw damaged(); // the last character has bits that decoding drops
      }
      if (in.getLong() != shape) {
        throw new InvalidArgumentException("the page cursor belongs to another query");
      }
      List<RawValue> values = new ArrayList<>(keys);
      while (in.hasRemaining()) {
        values.add(read(in));
      }
      if (values.size() != keys) {
        throw damaged();
      }
      return values;
    } catch (IllegalArgumentException | IndexOutOfBoundsException | BufferUnderflowException e) {
      // Base64 and buffers say so in these ways.
      throw damaged();
    }
  }

  private static RawValue read(ByteBuffer in) {
    byte kind = in.get();
    return switch (kind) {
      case NULL -> new RawValue(null);
      case INTEGER -> new RawValue(in.getLong());
      case FLOAT -> new RawValue(Double.longBitsToDouble(in.getLong()));
      case TEXT -> new RawValue(new String(bytes(in), StandardCharsets.UTF_8));
      case BLOB -> new RawValue(bytes(in));
      default -> throw damaged();
    };
  }

  private static byte[] bytes(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw damaged();
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  private static InvalidArgumentException damaged() {
    return new InvalidArgumentException("this is no page cursor, or a damaged one");
  }

  private static byte[] eight(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
  }

  private static byte[] four(int value) {
    return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
  }

  private static long checksum(byte[] bytes, int length) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes, 0, length);
    return checksum.getValue();
  }

  /** FNV-1a of 64 bits. */
  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
