package dev.dbrazor;

import java.util.List;

/**
 * What a migration would do, found out on an empty copy of the schema.
 *
 * @param from the version the collection is in
 * @param to the program's version
 * @param rebuild whether the table's rows are written anew, which takes time and space
 * @param rows how many rows there are
 * @param sql the statements in order; one that runs for many rows stands once
 */
public record PlannedMigration(
    String collection, int from, int to, boolean rebuild, long rows, List<String> sql) {
  public PlannedMigration {
    sql = List.copyOf(sql);
  }
}
