package dev.dbrazor.processor.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One version of a collection's schema, as it is kept in the source tree.
 *
 * @param collection the table's name
 * @param released true once rows of this version may be in the field: it can then not be accepted
 *     again, only followed by another version
 * @param columns stored columns in the order of components
 * @param documents what JSON columns hold, by place: {@code address.city}
 * @param changes how the version before became this one
 * @param sql {@code CREATE TABLE} first, then its indexes
 */
public record SchemaFile(
    String collection,
    int version,
    boolean released,
    List<SchemaColumn> columns,
    List<DocumentPart> documents,
    SchemaChanges changes,
    List<String> sql) {
  public SchemaFile {
    columns = List.copyOf(columns);
    documents = List.copyOf(documents);
    sql = List.copyOf(sql);
  }

  /**
   * One stored column.
   *
   * @param component the component's path
   * @param value what it means, in words of {@link ValueText}
   * @param type the column's type
   * @param role what the product itself does with it: {@code id}, {@code version} …; empty for none
   * @param defaultSql {@code @Default}, or empty
   */
  public record SchemaColumn(
      String name,
      String component,
      String value,
      String type,
      boolean nullable,
      String role,
      String defaultSql) {}

  /** One value inside a JSON document. */
  public record DocumentPart(String place, String value, boolean nullable) {}

  /**
   * The hints of the record that count for this version, as in {@code model.Hints}.
   *
   * @param upgrades names of the methods that lead to it, in their order
   */
  public record SchemaChanges(
      Map<String, String> renamed,
      Map<String, String> dropped,
      Map<String, String> backfilled,
      List<String> upgrades) {
    public SchemaChanges {
      upgrades = List.copyOf(upgrades);
      renamed = new TreeMap<>(renamed);
      dropped = new TreeMap<>(dropped);
      backfilled = new TreeMap<>(backfilled);
    }
  }

  public Optional<SchemaColumn> column(String name) {
    return columns.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  public Optional<DocumentPart> document(String place) {
    return documents.stream().filter(each -> each.place().equals(place)).findFirst();
  }

  /** The components of a nested record at a place; empty where there is none. */
  public List<DocumentPart> documentsOf(String place) {
    String start = place + ".";
    return documents.stream()
        .filter(each -> each.place().startsWith(start))
        .filter(each -> each.place().substring(start.length()).matches("[^.\\[{]+"))
        .toList();
  }

  public SchemaFile withReleased(boolean now) {
    return new SchemaFile(collection, version, now, columns, documents, changes, sql);
  }
}
