package dev.dbrazor.live;

import dev.dbrazor.DbRazorException;
import dev.dbrazor.pool.OpenFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What statements do to tables, found out once for each text; for one thread. */
final class TableUses {
  private static final int MOST = 1_000;

  private final OpenFile file;
  private final Map<String, TableUse> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, TableUse> eldest) {
          return size() > MOST;
        }
      };

  TableUses(OpenFile file) {
    this.file = file;
  }

  /** The tables the statements may have changed; null when that cannot be said. */
  @Nullable Set<String> changes(Set<String> statements) {
    Set<String> changes = new HashSet<>();
    for (String sql : statements) {
      TableUse use = changesSchema(sql) ? null : of(sql);
      if (use == null) {
        known.clear();
        return null;
      }
      changes.addAll(use.changes());
    }
    return changes;
  }

  /** The tables a query reads; null when that cannot be said. */
  @Nullable Set<String> reads(String sql) {
    TableUse use = of(sql);
    return use == null || use.reads().isEmpty() ? null : use.reads();
  }

  private @Nullable TableUse of(String sql) {
    TableUse use = known.get(sql);
    if (use == null) {
      try {
        use = file.read(session -> TableUse.of(session, sql));
      } catch (DbRazorException e) {
        return null; // a table is gone, or the database is being closed
      }
      known.put(sql, use);
    }
    return use;
  }

  private static boolean changesSchema(String sql) {
    String start = sql.stripLeading();
    return startsWith(start, "CREATE") || startsWith(start, "DROP") || startsWith(start, "ALTER");
  }

  private static boolean startsWith(String sql, String verb) {
    return sql.regionMatches(true, 0, verb, 0, verb.length());
  }
}
