package dev.dbrazor.query;

import dev.dbrazor.MappingException;
import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import dev.dbrazor.pool.Session;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Makes the records of one collection from rows.
 *
 * @param names of the row's columns, for errors
 */
record RecordReader<R extends Record>(Mapping<R, ?> mapping, List<String> names)
    implements Function<ResultRow, R> {
  @Override
  public R apply(ResultRow row) {
    return read(mapping, row);
  }

  /** The record of a row; an error names collection, column and component. */
  static <R extends Record> R read(Mapping<R, ?> mapping, ResultRow row) {
    try {
      return mapping.read(row);
    } catch (MappingException e) {
      throw RowErrors.describe(e, mapping, RowErrors.NO_INDEX, null);
    }
  }

  /** The first row that a reading statement finds, if any; the statement need not run on. */
  @Nullable R first(Session session, String sql, Consumer<Binder> parameters) {
    try (DriverStatement statement = session.prepare(sql)) {
      parameters.accept(new Binder(statement, 0, names));
      return statement.step() ? apply(new ResultRow(statement, names)) : null;
    }
  }
}
