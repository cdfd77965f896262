package dev.dbrazor.schema;

import dev.dbrazor.driver.DriverStatement;
import dev.dbrazor.mapping.SchemaVersion;
import dev.dbrazor.mapping.UpgradeMethod;
import dev.dbrazor.mapping.VersionColumn;
import dev.dbrazor.pool.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table anew in its wanted form and takes the rows over, by the steps SQLite's manual gives
 * for it: a new table, the rows, the old one dropped, the new one renamed. Foreign keys are off
 * meanwhile, so dropping the old table deletes nothing elsewhere.
 */
final class TableRebuild {
  private static final String NOW = "CAST(unixepoch('subsec') * 1000000 AS INTEGER)";

  private final Session session;
  private final SchemaVersion before;
  private final SchemaVersion wanted;
  private final Structure target;
  private final Structure found;
  private final Map<String, String> renames;
  private final String table;
  private final String next;

  TableRebuild(
      Session session,
      SchemaVersion before,
      SchemaVersion wanted,
      Structure target,
      Structure found) {
    this.session = session;
    this.before = before;
    this.wanted = wanted;
    this.target = target;
    this.found = found;
    this.renames = Alterations.renames(wanted, target, found);
    this.table = wanted.table().name();
    this.next = "dbrazor_next_" + table;
  }

  void run(List<UpgradeMethod> methods, LongConsumer progress) {
    ScratchDatabase.run(
        session, ColumnTexts.renamed(wanted.table().statements().get(0), Sql.quoted(next)));
    Map<String, String> defaults = defaults();
    List<String> columns = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (String column : ColumnTexts.of(wanted.table().statements().get(0)).keySet()) {
      if (!target.isGenerated(column)) {
        columns.add(column);
        expressions.add(expression(column, defaults.get(column), !methods.isEmpty()));
      }
    }
    RowCopy copy = new RowCopy(session, table, next, columns, expressions, progress);
    if (methods.isEmpty()) {
      copy.bySql();
    } else {
      List<String> old = found.columns().stream().toList();
      copy.byMethods(old, old, methods);
    }
    ScratchDatabase.run(session, "DROP TABLE " + Sql.quoted(table));
    // Otherwise the engine would look at every view and trigger while there is no such table.
    ScratchDatabase.run(session, "PRAGMA legacy_alter_table = ON");
    ScratchDatabase.run(
        session, "ALTER TABLE " + Sql.quoted(next) + " RENAME TO " + Sql.quoted(table));
    ScratchDatabase.run(session, "PRAGMA legacy_alter_table = OFF");
  }

  private Map<String, String> defaults() {
    Map<String, String> defaults = new HashMap<>();
    try (DriverStatement row =
        session.prepare(
            "SELECT name, dflt_value FROM pragma_table_xinfo(?1) WHERE dflt_value NOT NULL")) {
      row.bindText(1, next);
      while (row.step()) {
        defaults.put(Sql.lower(String.valueOf(row.text(0))), String.valueOf(row.text(1)));
      }
    }
    return defaults;
  }

  /** What a column of the new table gets, over the columns of the old one. */
  private String expression(String column, @Nullable String value, boolean upgraded) {
    if (column.equals("_row")) {
      return "rowid";
    }
    String source = renames.getOrDefault(column, column);
    String backfill = wanted.backfilled().get(column);
    boolean known = found.columns().contains(source);
    String given = value == null ? stamp(column) : "(" + value + ")";
    if (wanted.dropped().containsKey(column)) {
      return given;
    }
    boolean fits = known && fits(source, column);
    if (backfill != null) {
      return fits && isSame(source, column) && !isRequired(found, source)
          ? "coalesce(" + Sql.quoted(source) + ", (" + backfill + "))"
          : "(" + backfill + ")";
    }
    if (!fits) {
      return retyped(column, source, known, given, upgraded);
    }
    boolean tightened = isRequired(target, column) && !isRequired(found, source);
    return tightened && !given.equals("NULL")
        ? "coalesce(" + Sql.quoted(source) + ", " + given + ")"
        : Sql.quoted(source);
  }

  /** Whether a column means what it did, so that only its NULLs need a value. */
  private boolean isSame(String source, String column) {
    VersionColumn was = before.column(source);
    VersionColumn now = wanted.column(column);
    return was == null || now == null || was.value().equals(now.value());
  }

  private String retyped(
      String column, String source, boolean known, String given, boolean upgraded) {
    if (known && !upgraded) {
      throw new MigrationFailure(
          "column "
              + source
              + " is "
              + found.column(source)
              + " and is to be "
              + target.column(column)
              + "; say with @Backfill(\"sql\") what its values become");
    }
    return given;
  }

  private boolean fits(String source, String column) {
    String was = type(found.column(source));
    String now = type(target.column(column));
    return was.equals(now) || was.equals("INTEGER") && now.equals("REAL");
  }

  private static String type(String definition) {
    int end = definition.indexOf(' ');
    return end < 0 ? definition : definition.substring(0, end);
  }

  private static boolean isRequired(Structure structure, String column) {
    return structure.column(column).contains(" NOT NULL")
        || structure.column(column).contains(" PRIMARY KEY");
  }

  /** What the product itself fills in. */
  private String stamp(String column) {
    VersionColumn known = wanted.column(column);
    return switch (known == null ? "" : known.role()) {
      case "version" -> "1";
      case "created_at", "updated_at" -> NOW;
      default -> "NULL";
    };
  }
}
