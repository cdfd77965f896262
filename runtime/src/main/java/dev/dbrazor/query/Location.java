package dev.dbrazor.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a component is stored: a column, or a place inside a column's JSON document. Part of the
 * contract with generated code; immutable.
 *
 * @param <R> the record
 */
public final class Location<R> {
  private final Source<R> source;
  private final String column;
  private final @Nullable Location<R> parent;
  private final JsonPath path;
  private final @Nullable String generated;
  private final boolean nullable;

  Location(Source<R> source, String column) {
    this(source, column, null, JsonPath.ROOT, null, false);
  }

  private Location(
      Source<R> source,
      String column,
      @Nullable Location<R> parent,
      JsonPath path,
      @Nullable String generated,
      boolean nullable) {
    this.source = source;
    this.column = column;
    this.parent = parent;
    this.path = path;
    this.generated = generated;
    this.nullable = nullable;
  }

  /** A component of the record stored here. */
  public Location<R> at(String component) {
    return new Location<>(source, column, this, path.component(component), null, false);
  }

  /** The same place, where NULL is allowed. */
  public Location<R> nullable() {
    return new Location<>(source, column, parent, path, generated, true);
  }

  /** The same place inside a document, which has a generated column: comparisons use that. */
  public Location<R> generatedAs(String generatedColumn) {
    return new Location<>(source, column, parent, path, generatedColumn, nullable);
  }

  /** The value of a map stored here; any text is a possible key. */
  Location<R> key(String key) {
    return new Location<>(source, column, this, path.key(key), null, false);
  }

  Source<R> source() {
    return source;
  }

  /** Unquoted. */
  String column() {
    return column;
  }

  /** The column that shows it, unquoted: its own, or its generated one. */
  String searchedColumn() {
    return generated == null ? column : generated;
  }

  JsonPath path() {
    return path;
  }

  boolean isColumn() {
    return parent == null;
  }

  boolean isNullable() {
    return nullable;
  }

  @Nullable Location<R> parent() {
    return parent;
  }

  /** True when reading this may give NULL: itself, or anything around it, may be. */
  boolean mayBeNull() {
    for (Location<R> here = this; here != null; here = here.parent) {
      if (here.nullable || here.path.endsWithKey()) {
        return true;
      }
    }
    return false;
  }

  /** {@code customers.address}. */
  String columnSql() {
    return source.name() + "." + Identifier.quoted(column);
  }

  /** What reads the value: the column, its generated column, or an extract of the document. */
  Node read() {
    if (parent == null) {
      return own(columnSql());
    }
    if (generated != null) {
      return own(source.name() + "." + Identifier.quoted(generated));
    }
    String document = "json_extract(" + columnSql() + ", ";
    if (path.isConstant()) {
      return own(document + path.literal() + ")");
    }
    Node parameter = path.node(names());
    return out -> out.readOf(this).text(document).node(parameter).text(")");
  }

  private Node own(String sql) {
    return out -> out.readOf(this).text(sql);
  }

  /** The component as a path behind the collection or alias: {@code customers.address.city}. */
  String name() {
    return source.label() + "." + source.component(column) + path.suffix();
  }

  List<String> names() {
    return List.of(name());
  }
}
