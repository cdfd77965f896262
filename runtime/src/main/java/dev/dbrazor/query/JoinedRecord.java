package dev.dbrazor.query;

import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.ResultRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A whole record of one of several joined collections, whose columns are named with their table;
 * immutable.
 */
final class JoinedRecord<R> implements Selection<R> {
  private final Source<R> source;
  private final String columns;
  private final List<String> names;

  JoinedRecord(Source<R> source) {
    this.source = source;
    Mapping<?, ?> mapping = source.mapping();
    int stored = Identifier.count(mapping.statements().columns());
    List<String> own = mapping.columns().subList(0, stored);
    this.columns =
        own.stream()
            .map(column -> source.name() + "." + Identifier.quoted(column))
            .collect(Collectors.joining(", "));
    this.names = own.stream().map(column -> source.column(column).name()).toList();
  }

  @Override
  public void render(SqlWriter out) {
    out.text(columns);
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public int width() {
    return names.size();
  }

  // A path's source was made of a mapping of its own record.
  @SuppressWarnings("unchecked")
  @Override
  public R read(ResultRow row) {
    return (R) RecordReader.read(source.mapping(), row);
  }

  /** The record of a left join: empty where the row has none. */
  Selection<Optional<R>> optional() {
    String id = source.mapping().statements().ids().get(0);
    return new OptionalRecord<>(this, source.mapping().columns().indexOf(id));
  }

  /**
   * A record, or only NULLs.
   *
   * @param id the place of a column that no stored record has NULL in
   */
  private record OptionalRecord<R>(JoinedRecord<R> record, int id)
      implements Selection<Optional<R>> {
    @Override
    public void render(SqlWriter out) {
      record.render(out);
    }

    @Override
    public List<String> names() {
      return record.names();
    }

    @Override
    public int width() {
      return record.width();
    }

    @Override
    public Optional<R> read(ResultRow row) {
      return row.isNull(id) ? Optional.empty() : Optional.of(record.read(row));
    }
  }
}
