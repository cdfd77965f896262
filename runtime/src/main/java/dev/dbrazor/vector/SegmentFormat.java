package dev.dbrazor.vector;

import dev.dbrazor.annotation.Metric;
import java.io.Serial;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * How a view stands in the file. All numbers are little-endian.
 *
 * <pre>
 * the first     version, metric, dimensions, trained: int each
 *               sequence and tag of the state: long each
 *               number of segments: int, then the checksum of each: int
 *               the centre: a float for each dimension
 *               checksum of all this: int
 * a segment     number of slots: int
 *               rows: long each; signs: longs; base, slope, margin: a float each, all of one first
 * </pre>
 */
final class SegmentFormat {
  private static final int VERSION = 1;

  private SegmentFormat() {}

  /** Says what does not fit. */
  static final class DamagedException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    DamagedException(String message) {
      super(message);
    }
  }

  static List<byte[]> write(View view, Metric metric) {
    List<byte[]> contents = new ArrayList<>();
    contents.add(new byte[0]);
    for (int i = 0; i < view.segments().size(); i++) {
      contents.add(segment(view.segments().get(i), view.counts().get(i), view.latest().number()));
    }
    float[] centre = view.sketcher().centre();
    int segments = contents.size() - 1;
    int bytes = 6 * Integer.BYTES + 2 * Long.BYTES + (segments + centre.length) * Integer.BYTES;
    ByteBuffer out = buffer(bytes);
    out.putInt(VERSION).putInt(metric.ordinal()).putInt(centre.length).putInt(view.trained());
    out.putLong(view.latest().sequence()).putLong(view.latest().tag());
    out.putInt(segments);
    contents.subList(1, contents.size()).forEach(content -> out.putInt(checksum(content)));
    for (float value : centre) {
      out.putFloat(value);
    }
    out.putInt(checksum(out.array(), out.position()));
    contents.set(0, out.array());
    return contents;
  }

  private static byte[] segment(Segment segment, int count, int point) {
    int[] slots = new int[count];
    int kept = 0;
    for (int slot = 0; slot < count; slot++) {
      if (segment.isVisible(slot, point)) {
        slots[kept++] = slot;
      }
    }
    int words = segment.words;
    ByteBuffer out =
        buffer(Integer.BYTES + kept * (Long.BYTES * (1 + words) + 3 * Float.BYTES)).putInt(kept);
    for (int i = 0; i < kept; i++) {
      out.putLong(segment.rows[slots[i]]);
    }
    for (int i = 0; i < kept; i++) {
      for (int word = 0; word < words; word++) {
        out.putLong(segment.signs[segment.firstWord(slots[i]) + word * Segment.BLOCK]);
      }
    }
    for (float[] values : List.of(segment.base, segment.slope, segment.margin)) {
      for (int i = 0; i < kept; i++) {
        out.putFloat(values[slots[i]]);
      }
    }
    return out.array();
  }

  /**
   * Reads what {@link #write} wrote; null when it was made for another metric or size, or by
   * another version.
   */
  static @Nullable View read(List<byte[]> contents, Metric metric, int dimensions)
      throws DamagedException {
    try {
      byte[] first = contents.get(0);
      ByteBuffer in = ByteBuffer.wrap(first).order(ByteOrder.LITTLE_ENDIAN);
      if (in.getInt(first.length - Integer.BYTES)
          != checksum(first, first.length - Integer.BYTES)) {
        throw new DamagedException("the first checksum is wrong");
      }
      if (in.getInt() != VERSION || in.getInt() != metric.ordinal() || in.getInt() != dimensions) {
        return null;
      }
      return read(contents, in, metric, dimensions);
    } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
      throw new DamagedException("it is too short");
    }
  }

  private static View read(List<byte[]> contents, ByteBuffer in, Metric metric, int dimensions)
      throws DamagedException {
    int trained = in.getInt();
    Point point = new Point(1, in.getLong(), in.getLong());
    int count = in.getInt();
    if (count != contents.size() - 1) {
      throw new DamagedException(count + " segments expected, found " + (contents.size() - 1));
    }
    for (int i = 1; i <= count; i++) {
      if (in.getInt() != checksum(contents.get(i))) {
        throw new DamagedException("the checksum of segment " + i + " is wrong");
      }
    }
    float[] centre = new float[dimensions];
    in.asFloatBuffer().get(centre);
    Sketcher sketcher = new Sketcher(metric, centre);
    List<Segment> segments = new ArrayList<>();
    for (byte[] content : contents.subList(1, contents.size())) {
      segments.add(segment(content, sketcher.words(), segments.size() == count - 1));
    }
    return View.of(sketcher, segments, List.of(point), trained);
  }

  private static Segment segment(byte[] content, int words, boolean last) {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int count = in.getInt();
    Segment segment = new Segment(words, last ? Math.max(count, 1) : count);
    in.asLongBuffer().get(segment.rows, 0, count);
    in.position(in.position() + count * Long.BYTES);
    for (int slot = 0; slot < count; slot++) {
      for (int word = 0; word < words; word++) {
        segment.signs[segment.firstWord(slot) + word * Segment.BLOCK] = in.getLong();
      }
    }
    in.asFloatBuffer()
        .get(segment.base, 0, count)
        .get(segment.slope, 0, count)
        .get(segment.margin, 0, count);
    segment.filled(count, !last);
    return segment;
  }

  private static ByteBuffer buffer(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int checksum(byte[] content) {
    return checksum(content, content.length);
  }

  private static int checksum(byte[] content, int length) {
    CRC32C checksum = new CRC32C();
    checksum.update(content, 0, length);
    return (int) checksum.getValue();
  }
}
