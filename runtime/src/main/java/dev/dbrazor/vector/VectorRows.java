package dev.dbrazor.vector;

import dev.dbrazor.ErrorDetails;
import dev.dbrazor.MappingException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.VectorStatements;
import dev.dbrazor.pool.Session;
import dev.dbrazor.value.ValueException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;

/** Reads the vectors of one component as the caller's transaction has them. */
final class VectorRows {
  private static final int BATCH = 500;

  private final String collection;
  private final String component;
  private final VectorStatements sql;

  /**
   * @param component for messages: {@code embedding}
   */
  VectorRows(String collection, String component, VectorStatements sql) {
    this.collection = collection;
    this.component = component;
    this.sql = sql;
  }

  /** Takes rows one by one; the array is the same each time. */
  interface Visitor {
    void visit(long row, float[] vector);

    /** Takes a row whose BLOB is no vector. */
    default void unreadable(long row, ValueException problem) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** Every row that has a vector. */
  void all(Session session, Visitor visitor) {
    try (DriverStatement statement = session.prepare(sql.all())) {
      visit(statement, visitor);
    }
  }

  /** Those among the rows that are there and have a vector. */
  void some(Session session, long[] rows, int count, Visitor visitor) {
    for (int from = 0; from < count; from += BATCH) {
      try (DriverStatement statement = session.prepare(sql.some())) {
        statement.bindText(1, Keys.json(rows, from, Math.min(from + BATCH, count)));
        visit(statement, visitor);
      }
    }
  }

  private void visit(DriverStatement statement, Visitor visitor) {
    statement.readAhead();
    float[] vector = new float[sql.dimensions()];
    while (statement.step()) {
      long row = statement.int64(0);
      try {
        read(statement, 1, vector);
      } catch (ValueException e) {
        visitor.unreadable(row, e);
        continue;
      }
      visitor.visit(row, vector);
    }
  }

  private void read(DriverStatement statement, int column, float[] to) {
    byte[] bytes = statement.blob(column);
    if (bytes == null || bytes.length != to.length * Float.BYTES) {
      throw new ValueException(
          "a vector of "
              + to.length
              + " expected, found "
              + (bytes == null ? 0 : bytes.length)
              + " bytes");
    }
    FloatBuffer floats = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer();
    floats.get(to);
  }

  /** Offers what is measured to those found; what cannot be measured is an error. */
  Visitor measuring(Distance distance, Neighbours to) {
    return new Visitor() {
      @Override
      public void visit(long row, float[] vector) {
        double measured = distance.to(vector);
        if (!Double.isFinite(measured)) {
          throw unmeasurable(row, new ValueException("no distance from this vector is a number"));
        }
        to.offer(row, measured);
      }

      @Override
      public void unreadable(long row, ValueException problem) {
        throw unmeasurable(row, problem);
      }
    };
  }

  private MappingException unmeasurable(long row, ValueException problem) {
    String name = collection + "." + component;
    ErrorDetails details =
        problem.in(name).details().withCollection(collection).withColumn(sql.column());
    String message = details.message() + " (row with key " + row + ")";
    return new MappingException(details.withMessage(message), problem);
  }

  /** Vectors from all over the table, in the order of keys, for their mean; at most so many. */
  List<float[]> sample(Session session, int most) {
    List<float[]> sample = new ArrayList<>();
    long low;
    long high;
    try (DriverStatement statement = session.prepare(sql.range())) {
      statement.step();
      low = statement.int64(0);
      high = statement.int64(1);
    }
    double stride = Math.max(1, ((double) high - low + 1) / most);
    for (double key = low; key <= high && sample.size() < most; key += stride) {
      try (DriverStatement statement = session.prepare(sql.sample())) {
        statement.bindInt64(1, (long) key);
        if (statement.step()) {
          float[] vector = new float[sql.dimensions()];
          try {
            read(statement, 0, vector);
            sample.add(vector);
          } catch (ValueException e) {
            // Of no use for a mean.
            continue;
          }
        }
      }
    }
    return sample;
  }

  /** Whether there are more rows than this; costs no more than to look at so many. */
  boolean hasMoreThan(Session session, int rows) {
    try (DriverStatement statement = session.prepare(sql.range())) {
      statement.step();
      long low = statement.int64(0);
      long high = statement.int64(1);
      if (high - low >= 0 && high - low < rows) {
        return false;
      }
    }
    try (DriverStatement statement = session.prepare(sql.many())) {
      statement.bindInt64(1, rows);
      statement.step();
      return statement.int64(0) != 0;
    }
  }
}
