package dev.dbrazor.query;

import dev.dbrazor.mapping.Binder;
import dev.dbrazor.mapping.Mapping;
import dev.dbrazor.mapping.Statements;
import dev.dbrazor.mapping.TableDefinition;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What generated mappings have in common, with statements of the same form put together by hand.
 */
abstract class HandMapping<R extends Record, K> implements Mapping<R, K> {
  private final TableDefinition table;
  private final List<String> columns;
  private final List<String> components;
  private final Statements statements;

  /**
   * The columns of a table.
   *
   * @param all in component order, generated ones last
   * @param generated how many of them are generated
   * @param ids how many of them are the id
   * @param idItem the id of an item of a JSON array
   */
  record Columns(
      List<String> all,
      List<String> components,
      int generated,
      int ids,
      String idItem,
      boolean versioned,
      boolean updatedAt,
      boolean keyed) {}

  HandMapping(String name, List<String> ddl, Columns columns) {
    this.table = new TableDefinition(name, 1, ddl);
    this.columns = columns.all();
    this.components = columns.components();
    List<String> stored = this.columns.subList(0, this.columns.size() - columns.generated());
    this.statements = statements(name, stored, columns);
  }

  private static Statements statements(String name, List<String> stored, Columns columns) {
    String list = String.join(", ", stored);
    List<String> ids = stored.subList(0, columns.ids());
    List<String> others = stored.subList(columns.ids(), stored.size());
    String row = "(" + stored.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
    String returning = " RETURNING " + list;
    String into = "INSERT INTO " + name + " (" + list + ") VALUES " + row;
    String id = ids.stream().map(c -> c + " = ?").collect(Collectors.joining(" AND "));
    String idList = ids.size() == 1 ? ids.get(0) : "(" + String.join(", ", ids) + ")";
    String in = " WHERE " + idList + " IN (SELECT " + columns.idItem() + " FROM json_each(?))";
    Function<String, String> number = c -> "?" + (stored.indexOf(c) + 1);
    String version = columns.versioned() ? "version" : "";
    String sameIds =
        ids.stream().map(c -> c + " = " + number.apply(c)).collect(Collectors.joining(" AND "));
    String given =
        ids.stream()
            .map(c -> name + "." + c + " = _given." + c)
            .collect(Collectors.joining(" AND "));
    return new Statements(
        list,
        row,
        row,
        into,
        columns.keyed() ? into + returning : null,
        into + " ON CONFLICT DO NOTHING" + returning,
        "UPDATE "
            + name
            + " SET "
            + sets(others, version, number)
            + " WHERE "
            + sameIds
            + (columns.versioned() ? " AND version = " + number.apply("version") : ""),
        null,
        "WITH _given ("
            + list
            + ") AS (VALUES "
            + row
            + ") UPDATE "
            + name
            + " SET "
            + sets(others, version.isEmpty() ? "" : name + ".version", c -> "_given." + c)
            + " FROM _given WHERE "
            + given
            + (columns.versioned() ? " AND " + name + ".version = _given.version - 1" : ""),
        into
            + " ON CONFLICT ("
            + String.join(", ", ids)
            + ") DO UPDATE SET "
            + sets(others, version, c -> "excluded." + c)
            + (columns.versioned() ? returning : ""),
        "SELECT " + list + " FROM " + name + " WHERE " + id,
        "SELECT " + list + " FROM " + name + in,
        "DELETE FROM " + name + " WHERE " + id,
        "DELETE FROM " + name + in,
        "SELECT count(*) FROM " + name,
        columns.versioned() ? "SELECT version FROM " + name + " WHERE " + id : null,
        columns.keyed() ? "SELECT coalesce(max(" + ids.get(0) + "), 0) FROM " + name : null,
        touch(columns),
        ids,
        Stream.of(
                ids,
                columns.versioned() ? List.of("version") : List.<String>of(),
                columns.updatedAt() ? List.of("updated_at") : List.<String>of())
            .flatMap(List::stream)
            .toList());
  }

  private static String sets(List<String> others, String version, Function<String, String> value) {
    return others.stream()
        .map(c -> c + " = " + (c.equals("version") ? version + " + 1" : value.apply(c)))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String touch(Columns columns) {
    String touch =
        (columns.versioned() ? "version = version + 1" : "")
            + (columns.versioned() && columns.updatedAt() ? ", " : "")
            + (columns.updatedAt() ? "updated_at = ?" : "");
    return touch.isEmpty() ? null : touch;
  }

  @Override
  public String collection() {
    return table.name();
  }

  @Override
  public TableDefinition table() {
    return table;
  }

  @Override
  public Statements statements() {
    return statements;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public List<String> components() {
    return components;
  }

  @Override
  public boolean updateReturns() {
    return false;
  }

  @Override
  public long version(R record) {
    return 0;
  }

  @Override
  public boolean needsKey(R record) {
    return false;
  }

  @Override
  public void bindUpdate(R updated, Binder to) {
    bindRow(updated, to);
  }
}
