package dev.dbrazor.processor.sql;

import dev.dbrazor.processor.model.EntityModel;
import dev.dbrazor.processor.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The search of one vector component.
 *
 * @param column unquoted
 * @param key the table's integer key, as it stands in SQL
 * @param statements by their names in the runtime's {@code mapping.VectorStatements}, in its order
 * @param derived the log of changes with its triggers, and the table of segments
 */
public record VectorSql(
    String column,
    Value.Vector value,
    String key,
    Map<String, String> statements,
    DerivedSql derived) {

  static List<VectorSql> of(EntityModel model, Dialect dialect) {
    return Columns.of(model).stored().stream()
        .filter(column -> column.component().value() instanceof Value.Vector)
        .map(column -> new Texts(model, dialect, column.name()))
        .map(texts -> texts.all())
        .toList();
  }

  /** The texts of one component. */
  private static final class Texts {
    /** Entries of a log that nobody searches by: an index that is further behind is made anew. */
    private static final int MOST_ENTRIES = 1 << 20;

    /** So many at a time are forgotten. */
    private static final int TRIMMED = 1 << 10;

    private static final String TRIMS_NOW = "\nWHEN new.sequence % " + TRIMMED + " = 0";

    private final EntityModel model;
    private final String column;
    private final Names names;
    private final String name;
    private final String vector;
    private final String key;
    private final String log;
    private final String segments;

    Texts(EntityModel model, Dialect dialect, String column) {
      this.model = model;
      this.column = column;
      this.names = new Names(model, dialect);
      this.name = model.table() + "$vector_" + column;
      this.vector = names.quoted(column);
      this.key = names.key();
      this.log = names.quoted(name + "$log");
      this.segments = names.quoted(name + "$segments");
    }

    VectorSql all() {
      Value.Vector value =
          Columns.of(model).stored().stream()
              .filter(each -> each.name().equals(column))
              .map(each -> (Value.Vector) each.component().value())
              .findFirst()
              .orElseThrow();
      Map<String, String> texts = new LinkedHashMap<>();
      rows(texts);
      changes(texts);
      return new VectorSql(column, value, key, texts, derived());
    }

    private void rows(Map<String, String> texts) {
      String from = " FROM " + names.table();
      String given = "\nWHERE " + key + " IN (SELECT value FROM json_each(?))";
      String pairs = "SELECT " + key + ", " + vector + from;
      texts.put("ALL", pairs + " WHERE " + vector + " IS NOT NULL");
      texts.put("SOME", pairs + given + " AND " + vector + " IS NOT NULL");
      texts.put(
          "RECORD",
          Layout.commas("SELECT ", names.stored(), "") + "\n" + from.strip() + equal(key));
      texts.put(
          "ORDERED",
          "SELECT " + key + from + given + "\nORDER BY " + String.join(", ", names.ids()));
      texts.put(
          "RANGE",
          "SELECT (SELECT min(" + key + ")" + from + "),\n  (SELECT max(" + key + ")" + from + ")");
      texts.put("MANY", "SELECT EXISTS (SELECT 1" + from + " LIMIT 1 OFFSET ?)");
      texts.put(
          "SAMPLE",
          "SELECT "
              + vector
              + from
              + " WHERE "
              + key
              + " >= ? AND "
              + vector
              + " IS NOT NULL\nORDER BY "
              + key
              + " LIMIT 1");
    }

    private void changes(Map<String, String> texts) {
      texts.put("HEAD", "SELECT sequence, tag FROM " + log + "\nORDER BY sequence DESC LIMIT 1");
      texts.put(
          "TAIL",
          "SELECT sequence, changed, tag FROM " + log + "\nWHERE sequence >= ? ORDER BY sequence");
      texts.put("TRIM", "DELETE FROM " + log + " WHERE sequence < ?");
      texts.put("SEGMENTS", "SELECT number, content FROM " + segments + " ORDER BY number");
      texts.put("STORE", "INSERT OR REPLACE INTO " + segments + " (number, content) VALUES (?, ?)");
      texts.put("DROP", "DELETE FROM " + segments + " WHERE number > ?");
    }

    private static String equal(String name) {
      return " WHERE " + name + " = ?";
    }

    // The log is never empty, and its newest entry never forgotten, so that the numbers of its
    // entries go on where they were. The tag tells one log from another with the same numbers.
    private DerivedSql derived() {
      String logTable =
          "CREATE TABLE "
              + log
              + " (\n  sequence INTEGER PRIMARY KEY,\n  changed INTEGER NOT NULL,\n"
              + "  tag INTEGER NOT NULL\n) STRICT";
      String segmentTable =
          "CREATE TABLE "
              + segments
              + " (\n  number INTEGER PRIMARY KEY,\n  content BLOB NOT NULL\n) STRICT";
      return new DerivedSql(
          name,
          List.of(
              logTable,
              segmentTable,
              trigger("bound", "AFTER INSERT ON " + log + TRIMS_NOW, bound()),
              trigger("insert", "AFTER INSERT ON " + names.table(), entry("VALUES (new.")),
              trigger("update", updated(), entry("VALUES (old.") + moved()),
              trigger("delete", "AFTER DELETE ON " + names.table(), entry("VALUES (old."))),
          List.of("INSERT INTO " + log + " (changed, tag) VALUES (0, random())"));
    }

    private String bound() {
      return "  DELETE FROM " + log + " WHERE sequence <= new.sequence - " + MOST_ENTRIES + ";\n";
    }

    private String updated() {
      return "AFTER UPDATE OF "
          + key
          + ", "
          + vector
          + " ON "
          + names.table()
          + "\nWHEN old."
          + vector
          + " IS NOT new."
          + vector
          + " OR old."
          + key
          + " <> new."
          + key;
    }

    private String entry(String row) {
      return "  INSERT INTO " + log + " (changed, tag) " + row + key + ", random());\n";
    }

    private String moved() {
      return "  INSERT INTO "
          + log
          + " (changed, tag)\n    SELECT new."
          + key
          + ", random() WHERE old."
          + key
          + " <> new."
          + key
          + ";\n";
    }

    private String trigger(String event, String when, String body) {
      return "CREATE TRIGGER "
          + names.quoted(name + "$" + event)
          + " "
          + when
          + " BEGIN\n"
          + body
          + "END";
    }
  }
}
