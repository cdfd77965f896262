package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.json.DocumentRewrite;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.pool.Session;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Changes inside the JSON documents of a table's columns that one version brings. */
final class DocumentStep {
  private static final int BATCH = 1_000;

  private final Session session;
  private final SchemaVersion wanted;
  private final Map<String, DocumentRewrite> rewrites = new TreeMap<>();

  DocumentStep(Session session, SchemaVersion wanted) {
    this.session = session;
    this.wanted = wanted;
  }

  /** Whether a version changes anything inside documents. */
  static boolean isNeeded(SchemaVersion wanted) {
    return Stream.of(wanted.renamed(), wanted.dropped(), wanted.backfilled())
        .flatMap(each -> each.keySet().stream())
        .anyMatch(DocumentStep::isInside);
  }

  void run() {
    wanted
        .renamed()
        .forEach(
            (place, former) -> {
              if (isInside(place)) {
                at(place).rename(inside(place), former.substring(former.lastIndexOf('.') + 1));
              }
            });
    wanted
        .dropped()
        .keySet()
        .forEach(
            place -> {
              if (isInside(place)) {
                at(place).drop(inside(place));
              }
            });
    wanted
        .backfilled()
        .forEach(
            (place, sql) -> {
              if (isInside(place)) {
                at(place).add(inside(place), json(sql));
              }
            });
    rewrites.forEach(this::rewrite);
  }

  private DocumentRewrite at(String place) {
    return rewrites.computeIfAbsent(
        place.replaceAll("[.\\[{].*", ""), column -> new DocumentRewrite());
  }

  static boolean isInside(String place) {
    return place.indexOf('.') >= 0;
  }

  /** {@code [].product} of {@code lines[].product}. */
  private static String inside(String place) {
    String rest = place.replaceFirst("^[^.\\[{]*", "");
    return rest.startsWith(".") ? rest.substring(1) : rest;
  }

  private String json(String sql) {
    return Sql.texts(session, "SELECT json_quote(" + sql + ")").get(0);
  }

  private void rewrite(String column, DocumentRewrite change) {
    String name = Sql.quoted(column);
    String table = Sql.quoted(wanted.table().name());
    String select =
        "SELECT rowid, "
            + name
            + " FROM "
            + table
            + " WHERE rowid > ?1 AND "
            + name
            + " NOT NULL ORDER BY rowid LIMIT "
            + BATCH;
    String update = "UPDATE " + table + " SET " + name + " = ?2 WHERE rowid = ?1";
    long last = Long.MIN_VALUE;
    for (Map<Long, String> rows = rows(select, last); !rows.isEmpty(); rows = rows(select, last)) {
      try (DriverStatement statement = session.prepare(update)) {
        for (Map.Entry<Long, String> row : rows.entrySet()) {
          last = row.getKey();
          String changed = apply(change, column, row);
          if (!changed.equals(row.getValue())) {
            statement.bindInt64(1, last);
            statement.bindText(2, changed);
            statement.step();
            statement.reset();
          }
        }
      }
    }
  }

  private Map<Long, String> rows(String select, long after) {
    Map<Long, String> rows = new TreeMap<>();
    try (DriverStatement statement = session.prepare(select)) {
      statement.bindInt64(1, after);
      while (statement.step()) {
        rows.put(statement.int64(0), String.valueOf(statement.text(1)));
      }
    }
    return rows;
  }

  private static String apply(DocumentRewrite change, String column, Map.Entry<Long, String> row) {
    try {
      return change.apply(row.getValue());
    } catch (IOException e) {
      throw new MigrationFailure(
          "column " + column + " of row " + row.getKey() + " holds no JSON: " + e.getMessage(), e);
    }
  }
}
