package dev.dbrazor.processor.schema;

import dev.dbrazor.processor.schema.SchemaFile.DocumentPart;
import dev.dbrazor.processor.schema.SchemaFile.SchemaColumn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What differs between a record and the file of its declared version, a line each. */
public final class SchemaDifferences {
  private SchemaDifferences() {}

  public static List<String> between(SchemaFile file, SchemaFile record) {
    List<String> differences = new ArrayList<>();
    compare("column ", columns(file), columns(record), differences);
    compare("value ", documents(file), documents(record), differences);
    compare("renamed ", file.changes().renamed(), record.changes().renamed(), differences);
    compare("dropped ", file.changes().dropped(), record.changes().dropped(), differences);
    compare("backfilled ", file.changes().backfilled(), record.changes().backfilled(), differences);
    compare("upgrade ", upgrades(file), upgrades(record), differences);
    if (differences.isEmpty()) {
      statements(file, record, differences);
    }
    return differences;
  }

  private static void compare(
      String what, Map<String, String> file, Map<String, String> record, List<String> into) {
    Set<String> names = new LinkedHashSet<>(file.keySet());
    names.addAll(record.keySet());
    for (String name : names) {
      String before = file.get(name);
      String now = record.get(name);
      if (before == null) {
        into.add(what + name + ": new, " + now);
      } else if (now == null) {
        into.add(what + name + ": gone, was " + before);
      } else if (!before.equals(now)) {
        into.add(what + name + ": " + now + ", was " + before);
      }
    }
  }

  private static Map<String, String> columns(SchemaFile file) {
    Map<String, String> columns = new LinkedHashMap<>();
    for (SchemaColumn column : file.columns()) {
      String text =
          column.value()
              + (column.nullable() ? " nullable" : "")
              + (column.role().isEmpty() ? "" : " " + column.role())
              + (column.defaultSql().isEmpty() ? "" : " default " + column.defaultSql());
      columns.put(column.name(), text);
    }
    return columns;
  }

  private static Map<String, String> documents(SchemaFile file) {
    Map<String, String> documents = new LinkedHashMap<>();
    for (DocumentPart part : file.documents()) {
      documents.put(part.place(), part.value() + (part.nullable() ? " nullable" : ""));
    }
    return documents;
  }

  private static Map<String, String> upgrades(SchemaFile file) {
    Map<String, String> upgrades = new LinkedHashMap<>();
    int place = 1;
    for (String name : file.changes().upgrades()) {
      upgrades.put(name, "method number " + place++);
    }
    return upgrades;
  }

  /** Checks, references and indexes show only in the statements, line by line. */
  private static void statements(SchemaFile file, SchemaFile record, List<String> into) {
    Set<String> before = lines(file);
    Set<String> now = lines(record);
    now.stream().filter(line -> !before.contains(line)).forEach(line -> into.add("new: " + line));
    before.stream().filter(line -> !now.contains(line)).forEach(line -> into.add("gone: " + line));
    if (into.isEmpty() && !file.sql().equals(record.sql())) {
      into.add("the order of columns or indexes");
    }
  }

  private static Set<String> lines(SchemaFile file) {
    Set<String> lines = new LinkedHashSet<>();
    for (String statement : file.sql()) {
      statement.lines().map(line -> line.strip().replaceAll(",$", "")).forEach(lines::add);
    }
    return lines;
  }
}
